/** Campaigns: one message to very many recipients, resumable and shared by processes. */
@NullMarked
package io.github.alimsg.once.campaign;

import org.jspecify.annotations.NullMarked;

/** What a reply means: a response, or the failure it is. */
@NullMarked
package io.github.alimsg.core.internal.reply;

import org.jspecify.annotations.NullMarked;

/** The server of the page: who may call it, what it serves. */
@NullMarked
package io.github.alimsg.inbox.http;

import org.jspecify.annotations.NullMarked;

/** Receipts and inbound messages that the service posts: reading them, passing each to its handler, and responding. */
@NullMarked
package io.github.alimsg.receipts;

import org.jspecify.annotations.NullMarked;

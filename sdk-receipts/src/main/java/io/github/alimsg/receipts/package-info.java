/** Receipts and inbound messages, which the service posts: reads them, hands each to its handler, answers. */
@NullMarked
package io.github.alimsg.receipts;

import org.jspecify.annotations.NullMarked;

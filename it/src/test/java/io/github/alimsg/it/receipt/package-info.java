/** Receipts and inbound messages: every documented body, every way they arrive, and anything else that is posted. */
@NullMarked
package io.github.alimsg.it.receipt;

import org.jspecify.annotations.NullMarked;

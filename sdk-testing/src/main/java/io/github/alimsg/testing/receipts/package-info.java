/** Receipts that wait, and how they are posted. */
@NullMarked
package io.github.alimsg.testing.receipts;

import org.jspecify.annotations.NullMarked;

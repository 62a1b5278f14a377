/** Observations and meters of clients and receipts. */
@NullMarked
package io.github.alimsg.micrometer;

import org.jspecify.annotations.NullMarked;

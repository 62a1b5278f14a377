/** Keeps idempotency keys in a database, and what processes share: seen receipts, caps, turns. */
@NullMarked
package io.github.alimsg.once.jdbc;

import org.jspecify.annotations.NullMarked;

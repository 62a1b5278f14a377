/** Keeps idempotency keys in a database. */
@NullMarked
package io.github.alimsg.once.jdbc;

import org.jspecify.annotations.NullMarked;

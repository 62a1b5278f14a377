/** Idempotency keys in the application's database. */
@NullMarked
package io.github.alimsg.spring.boot.once;

import org.jspecify.annotations.NullMarked;

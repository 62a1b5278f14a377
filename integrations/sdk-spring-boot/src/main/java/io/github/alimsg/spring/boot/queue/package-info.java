/** Receipts by queue. */
@NullMarked
package io.github.alimsg.spring.boot.queue;

import org.jspecify.annotations.NullMarked;

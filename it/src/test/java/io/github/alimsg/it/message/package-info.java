/** The messages that the fake was sent: what it remembers, and what queries and receipts say of them. */
@NullMarked
package io.github.alimsg.it.message;

import org.jspecify.annotations.NullMarked;

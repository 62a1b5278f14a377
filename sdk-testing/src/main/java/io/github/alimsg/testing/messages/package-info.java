/** What the fake was sent: its messages, and what replies say of them. */
@NullMarked
package io.github.alimsg.testing.messages;

import org.jspecify.annotations.NullMarked;

/** The inbox: {@link io.github.alimsg.testing.FakeCloud} with a page that shows what it was sent. */
@NullMarked
package io.github.alimsg.inbox;

import org.jspecify.annotations.NullMarked;

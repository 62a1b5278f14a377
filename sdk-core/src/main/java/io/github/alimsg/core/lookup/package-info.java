/** Looking up messages that may have been sent. */
@NullMarked
package io.github.alimsg.core.lookup;

import org.jspecify.annotations.NullMarked;

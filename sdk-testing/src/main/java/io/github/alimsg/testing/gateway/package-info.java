/** The gateway: checks calls as the real one does and answers them. It names no operation and no parameter. */
@NullMarked
package io.github.alimsg.testing.gateway;

import org.jspecify.annotations.NullMarked;

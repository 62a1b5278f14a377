/** docs/architecture.md as rules over the sources. */
@NullMarked
package io.github.alimsg.it.architecture;

import org.jspecify.annotations.NullMarked;

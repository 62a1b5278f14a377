/** Text on its way out: percent-encoding, and what is refused or made visible. */
@NullMarked
package io.github.alimsg.core.internal.encoding;

import org.jspecify.annotations.NullMarked;

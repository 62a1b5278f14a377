/** Encoding of text: percent-encoding, phone numbers, and text that is refused, hidden or made visible. */
@NullMarked
package io.github.alimsg.core.internal.encoding;

import org.jspecify.annotations.NullMarked;

/** Lengths of text messages, for both APIs. */
@NullMarked
package io.github.alimsg.dysms;

import org.jspecify.annotations.NullMarked;

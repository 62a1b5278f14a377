/** The seam between the engine and the network. */
@NullMarked
package io.github.alimsg.core.http;

import org.jspecify.annotations.NullMarked;

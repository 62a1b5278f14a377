/** The seam between the engine and the network, and its OkHttp implementation. */
@NullMarked
package io.github.alimsg.core.http;

import org.jspecify.annotations.NullMarked;

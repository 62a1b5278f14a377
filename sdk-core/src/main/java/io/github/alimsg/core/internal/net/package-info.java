/** Hosts in URIs. */
@NullMarked
package io.github.alimsg.core.internal.net;

import org.jspecify.annotations.NullMarked;

/** Hosts as addresses and URIs name them. */
@NullMarked
package io.github.alimsg.core.internal.net;

import org.jspecify.annotations.NullMarked;

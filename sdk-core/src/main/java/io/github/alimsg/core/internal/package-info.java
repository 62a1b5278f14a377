/** Parts of the engine that no other module sees. */
@NullMarked
package io.github.alimsg.core.internal;

import org.jspecify.annotations.NullMarked;

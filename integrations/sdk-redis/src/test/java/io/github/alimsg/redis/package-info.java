/** Turns shared through Redis: the script against its twin, and what callers notice of Redis. */
@NullMarked
package io.github.alimsg.redis;

import org.jspecify.annotations.NullMarked;

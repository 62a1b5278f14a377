/** What the processes of an application share through Redis. */
@NullMarked
package io.github.alimsg.redis;

import org.jspecify.annotations.NullMarked;

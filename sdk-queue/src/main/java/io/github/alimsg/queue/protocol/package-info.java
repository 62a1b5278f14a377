/** The three requests of the queue's protocol. Not exported. */
@NullMarked
package io.github.alimsg.queue.protocol;

import org.jspecify.annotations.NullMarked;

/** Sending to many recipients: who got a message, who did not, and for whom that is unknown. */
@NullMarked
package io.github.alimsg.core.batch;

import org.jspecify.annotations.NullMarked;

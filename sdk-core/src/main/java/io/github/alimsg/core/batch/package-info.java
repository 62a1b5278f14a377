/** What became of a list of messages: who got one, who did not, and whose fate is unknown. */
@NullMarked
package io.github.alimsg.core.batch;

import org.jspecify.annotations.NullMarked;

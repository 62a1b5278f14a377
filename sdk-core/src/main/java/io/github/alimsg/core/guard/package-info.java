/** What an application asks before a message is sent. */
@NullMarked
package io.github.alimsg.core.guard;

import org.jspecify.annotations.NullMarked;

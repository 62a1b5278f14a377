/** What Chat App Message Service posts: states of messages, messages that come in, reviews. */
@NullMarked
package io.github.alimsg.cams.receipt;

import org.jspecify.annotations.NullMarked;

/** What is kept: messages, requests, events. */
@NullMarked
package io.github.alimsg.inbox.box;

import org.jspecify.annotations.NullMarked;

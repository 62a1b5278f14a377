/** What is asked before a message is sent, tried through the public API over real HTTP. */
@NullMarked
package io.github.alimsg.it.guard;

import org.jspecify.annotations.NullMarked;

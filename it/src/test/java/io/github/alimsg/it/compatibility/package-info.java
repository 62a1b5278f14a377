/** The SDK beside other libraries, and beside other versions of its own: what links, what runs, what is refused. */
@NullMarked
package io.github.alimsg.it.compatibility;

import org.jspecify.annotations.NullMarked;

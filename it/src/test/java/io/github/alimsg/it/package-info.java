/** What the SDK promises, tried through its public API over real HTTP. */
@NullMarked
package io.github.alimsg.it;

import org.jspecify.annotations.NullMarked;

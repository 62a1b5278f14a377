/** A key is never sent twice, whatever crashes: tests of the module {@code sdk-once}. */
@NullMarked
package io.github.alimsg.it.once;

import org.jspecify.annotations.NullMarked;

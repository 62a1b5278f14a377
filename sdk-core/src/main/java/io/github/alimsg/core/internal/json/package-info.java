/** Reading and writing JSON. */
@NullMarked
package io.github.alimsg.core.internal.json;

import org.jspecify.annotations.NullMarked;

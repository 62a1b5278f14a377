/** How JSON is read and written everywhere in the engine. */
@NullMarked
package io.github.alimsg.core.internal.json;

import org.jspecify.annotations.NullMarked;

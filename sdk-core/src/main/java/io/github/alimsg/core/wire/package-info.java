/** The contract between generated code and the engine: operations, and how parameters are written and replies read. */
@NullMarked
package io.github.alimsg.core.wire;

import org.jspecify.annotations.NullMarked;

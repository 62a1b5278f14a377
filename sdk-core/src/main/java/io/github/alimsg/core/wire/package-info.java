/** The contract between generated code and the engine: operations, writing of parameters, and reading of replies. */
@NullMarked
package io.github.alimsg.core.wire;

import org.jspecify.annotations.NullMarked;

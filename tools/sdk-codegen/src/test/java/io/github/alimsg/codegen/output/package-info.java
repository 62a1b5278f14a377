/** Tests of what is written. */
@NullMarked
package io.github.alimsg.codegen.output;

import org.jspecify.annotations.NullMarked;

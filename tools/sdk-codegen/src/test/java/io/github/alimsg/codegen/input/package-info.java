/** Tests of what is read. */
@NullMarked
package io.github.alimsg.codegen.input;

import org.jspecify.annotations.NullMarked;

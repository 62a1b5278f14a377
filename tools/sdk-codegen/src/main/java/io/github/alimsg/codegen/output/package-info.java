/** The output: one class for each kind. */
@NullMarked
package io.github.alimsg.codegen.output;

import org.jspecify.annotations.NullMarked;

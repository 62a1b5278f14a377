/** What is written: one class per kind of output. */
@NullMarked
package io.github.alimsg.codegen.output;

import org.jspecify.annotations.NullMarked;

/** Tests of the generator. */
@NullMarked
package io.github.alimsg.codegen;

import org.jspecify.annotations.NullMarked;

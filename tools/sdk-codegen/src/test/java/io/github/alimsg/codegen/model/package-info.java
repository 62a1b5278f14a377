/** Tests of what is written. */
@NullMarked
package io.github.alimsg.codegen.model;

import org.jspecify.annotations.NullMarked;

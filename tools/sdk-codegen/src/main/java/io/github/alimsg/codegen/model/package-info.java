/** The API as it will be generated: every name chosen, every type decided. */
@NullMarked
package io.github.alimsg.codegen.model;

import org.jspecify.annotations.NullMarked;

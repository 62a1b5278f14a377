/** The input: metadata, customization and documentation, with the position of every entry. */
@NullMarked
package io.github.alimsg.codegen.input;

import org.jspecify.annotations.NullMarked;

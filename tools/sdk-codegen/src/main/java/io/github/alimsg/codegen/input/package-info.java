/** What is read: metadata, customization and words, with the place of every entry. */
@NullMarked
package io.github.alimsg.codegen.input;

import org.jspecify.annotations.NullMarked;

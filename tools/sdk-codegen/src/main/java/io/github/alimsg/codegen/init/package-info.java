/** A customization from nothing: what the vendor's metadata lets one guess, for people to confirm. */
@NullMarked
package io.github.alimsg.codegen.init;

import org.jspecify.annotations.NullMarked;

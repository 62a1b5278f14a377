/**
 * Every operation of every product against the metadata it was generated from, through a reader of that metadata which
 * shares nothing with the generator.
 *
 * <p>Names of Java are not derived but found: among the accessors of a class, the one that equals the wire name, letter
 * case and underscores aside. Types are derived, from the metadata and from {@code customization.yaml}, and a setter of
 * exactly that type is called.
 */
@NullMarked
package io.github.alimsg.it.contract;

import org.jspecify.annotations.NullMarked;

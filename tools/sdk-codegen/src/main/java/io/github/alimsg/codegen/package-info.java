/**
 * Reads an API's metadata and the two small files next to it, and generates its models, its client and its index.
 *
 * <p>A Maven plugin: there is no {@code module-info.java}, because Maven's plugin API is not a module.
 */
@NullMarked
package io.github.alimsg.codegen;

import org.jspecify.annotations.NullMarked;

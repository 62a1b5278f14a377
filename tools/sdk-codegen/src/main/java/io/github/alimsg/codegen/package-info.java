/**
 * Reads an API's metadata and the two small files beside it, and writes its models, its client and its index.
 *
 * <p>A Maven plugin: there is no {@code module-info.java}, because Maven's plugin API is no module.
 */
@NullMarked
package io.github.alimsg.codegen;

import org.jspecify.annotations.NullMarked;

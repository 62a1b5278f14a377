/** The check of the libraries that an application's build resolved. */
@NullMarked
package io.github.alimsg.core.internal.libraries;

import org.jspecify.annotations.NullMarked;

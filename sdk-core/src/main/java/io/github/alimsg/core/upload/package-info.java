/** Files that are uploaded for an operation to refer to. */
@NullMarked
package io.github.alimsg.core.upload;

import org.jspecify.annotations.NullMarked;

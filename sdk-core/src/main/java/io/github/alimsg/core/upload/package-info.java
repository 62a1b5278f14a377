/** Uploading files that operations refer to. */
@NullMarked
package io.github.alimsg.core.upload;

import org.jspecify.annotations.NullMarked;

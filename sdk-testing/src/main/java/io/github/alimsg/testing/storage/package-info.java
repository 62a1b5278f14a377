/** The object storage that uploads go to. */
@NullMarked
package io.github.alimsg.testing.storage;

import org.jspecify.annotations.NullMarked;

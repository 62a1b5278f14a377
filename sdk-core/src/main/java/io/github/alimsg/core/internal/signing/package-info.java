/** The two signatures of requests. */
@NullMarked
package io.github.alimsg.core.internal.signing;

import org.jspecify.annotations.NullMarked;

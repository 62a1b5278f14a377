/** How text is written for others: for a machine, or for somebody who reads a log. */
@NullMarked
package io.github.alimsg.core.internal.encoding;

import org.jspecify.annotations.NullMarked;

/** The documentation as static pages. */
@NullMarked
package io.github.alimsg.site;

import org.jspecify.annotations.NullMarked;

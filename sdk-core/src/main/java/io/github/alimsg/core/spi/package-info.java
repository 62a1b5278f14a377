/** What generated clients are built on. Not for applications: it may change in any release. */
@NullMarked
package io.github.alimsg.core.spi;

import org.jspecify.annotations.NullMarked;

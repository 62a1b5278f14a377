/** Isolation of application code that observes calls. */
@NullMarked
package io.github.alimsg.core.internal.listener;

import org.jspecify.annotations.NullMarked;

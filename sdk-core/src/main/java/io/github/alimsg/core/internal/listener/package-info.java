/** How listeners are called: whatever they throw changes nothing. */
@NullMarked
package io.github.alimsg.core.internal.listener;

import org.jspecify.annotations.NullMarked;

/** The source of time and waiting, replaceable so that tests need not wait. */
@NullMarked
package io.github.alimsg.core.time;

import org.jspecify.annotations.NullMarked;

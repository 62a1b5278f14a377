/** What other modules find by themselves. Not exported. */
@NullMarked
package io.github.alimsg.sts.internal;

import org.jspecify.annotations.NullMarked;

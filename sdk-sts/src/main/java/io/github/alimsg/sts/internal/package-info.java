/** The service provider that sdk-core finds. Not exported. */
@NullMarked
package io.github.alimsg.sts.internal;

import org.jspecify.annotations.NullMarked;

/** The libraries that an application's build has chosen, looked at before they are used. */
@NullMarked
package io.github.alimsg.core.internal.libraries;

import org.jspecify.annotations.NullMarked;

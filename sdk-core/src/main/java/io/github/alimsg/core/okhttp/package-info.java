/** The transport over OkHttp. No other package uses OkHttp. */
@NullMarked
package io.github.alimsg.core.okhttp;

import org.jspecify.annotations.NullMarked;

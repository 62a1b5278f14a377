/** Contents of messages: what stands as JSON text in a parameter, put together by kind. */
@NullMarked
package io.github.alimsg.cams.content;

import org.jspecify.annotations.NullMarked;

/** The contents of messages, by kind. They are sent as JSON text in a parameter. */
@NullMarked
package io.github.alimsg.cams.content;

import org.jspecify.annotations.NullMarked;

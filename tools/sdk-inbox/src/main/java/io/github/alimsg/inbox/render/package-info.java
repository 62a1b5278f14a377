/** Messages as their recipients see them. */
@NullMarked
package io.github.alimsg.inbox.render;

import org.jspecify.annotations.NullMarked;

/** JSON, and texts that stand for values. */
@NullMarked
package io.github.alimsg.inbox.json;

import org.jspecify.annotations.NullMarked;

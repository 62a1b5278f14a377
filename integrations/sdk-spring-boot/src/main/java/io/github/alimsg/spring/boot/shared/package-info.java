/** What the processes of an application share through Redis or its database: turns, seen receipts, caps. */
@NullMarked
package io.github.alimsg.spring.boot.shared;

import org.jspecify.annotations.NullMarked;

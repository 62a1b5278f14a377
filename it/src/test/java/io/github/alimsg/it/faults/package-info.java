/** What callers are told, compared with what really happened, while everything goes wrong that can. */
@NullMarked
package io.github.alimsg.it.faults;

import org.jspecify.annotations.NullMarked;

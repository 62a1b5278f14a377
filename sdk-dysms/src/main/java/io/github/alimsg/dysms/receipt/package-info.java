/** What international Short Message Service posts, or puts into a queue. */
@NullMarked
package io.github.alimsg.dysms.receipt;

import org.jspecify.annotations.NullMarked;

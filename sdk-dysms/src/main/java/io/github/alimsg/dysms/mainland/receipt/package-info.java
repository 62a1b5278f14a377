/** What Short Message Service in mainland China posts, or puts into a queue. */
@NullMarked
package io.github.alimsg.dysms.mainland.receipt;

import org.jspecify.annotations.NullMarked;

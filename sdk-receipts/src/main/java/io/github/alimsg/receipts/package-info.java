/** What the service posts of its own accord, receipts and inbound messages: reading it, handing it on, answering. */
@NullMarked
package io.github.alimsg.receipts;

import org.jspecify.annotations.NullMarked;

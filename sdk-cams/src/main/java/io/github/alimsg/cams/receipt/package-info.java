/** The receipts of Chat App Message Service: message statuses, inbound messages, reviews. */
@NullMarked
package io.github.alimsg.cams.receipt;

import org.jspecify.annotations.NullMarked;

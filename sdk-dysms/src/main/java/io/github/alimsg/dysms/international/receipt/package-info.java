/** The receipts of international Short Message Service, over HTTP or from a queue. */
@NullMarked
package io.github.alimsg.dysms.international.receipt;

import org.jspecify.annotations.NullMarked;

/** The receipts of Short Message Service in mainland China, over HTTP or from a queue. */
@NullMarked
package io.github.alimsg.dysms.mainland.receipt;

import org.jspecify.annotations.NullMarked;

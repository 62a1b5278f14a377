/** A shop that takes orders and tells customers when they are shipped: by WhatsApp, else by text message. */
@NullMarked
package io.github.alimsg.examples.orders;

import org.jspecify.annotations.NullMarked;

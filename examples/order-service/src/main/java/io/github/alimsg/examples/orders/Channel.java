package io.github.alimsg.examples.orders;

import java.util.Locale;

/** The ways a customer is told. */
enum Channel {
    WHATSAPP,
    SMS;

    /** Its name in keys and columns. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.alimsg.core.http;

import java.util.function.LongSupplier;

/** Lets tests of whole calls give transports a clock of their own; the door stands in the transport's package. */
public final class Transports {
    private Transports() {}

    /** A transport that measures by a clock how long its connections lay idle. */
    public static HttpTransport on(LongSupplier nanoTime) {
        return OkHttpTransport.create(new StaleConnections(nanoTime));
    }
}

package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.http.HttpTransport;
import java.util.function.LongSupplier;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Lets tests of whole calls give transports a clock of their own; the door stands in the transport's package. */
public final class Transports {
    private Transports() {}

    /** Sockets of the kind that transports with connections of their own have. */
    public static SocketFactory ownSockets() {
        return new ChannelSockets();
    }

    /** A transport that measures by a clock how long its connections, or an application's, lay idle. */
    public static HttpTransport on(LongSupplier nanoTime, @Nullable OkHttpClient applications) {
        var staleConnections = new StaleConnections(nanoTime);
        return applications == null
                ? OkHttpTransport.create(staleConnections)
                : OkHttpTransport.sharing(applications, staleConnections);
    }
}

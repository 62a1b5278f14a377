package io.github.alimsg.core;

import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.internal.libraries.Libraries;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every client's builder can do. The first {@code build()} of an application looks at OkHttp, okio, Kotlin and
 * Jackson as its build file has chosen them, and throws an {@code IllegalStateException} with the jar in the way and the
 * lines to add where one is too old.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> extends ClientSettings<B> {
    private @Nullable HttpTransport transport;
    private int maxConnections = OkHttpTransport.DEFAULT_CONNECTIONS;

    /** Called by generated builders. */
    protected ClientBuilder() {}

    /**
     * Uses the connections, proxy, DNS and TLS settings of an OkHttp client. The SDK works on a copy that neither
     * follows redirects nor repeats anything; pools stay shared, and closing the SDK's client leaves them alone.
     *
     * @param httpClient the application's client
     * @return this builder
     * @throws IllegalStateException when its OkHttp is older than 5.4.0
     */
    public final B httpClient(okhttp3.OkHttpClient httpClient) {
        Libraries.require(true); // before the transport, which would not link to an older one
        return transport(OkHttpTransport.sharing(httpClient));
    }

    /**
     * How many connections there may be at a time: calls under way, and idle connections kept for them. 256 unless set.
     * Further calls wait, the longest waiting first; one whose time is over by then ends as not sent. For connections
     * of the client's own; with {@link #httpClient} or {@link #transport} it has no effect.
     *
     * @param maxConnections at least 1: calls a second, times seconds a call takes, and something to spare
     * @return this builder
     * @throws IllegalArgumentException when it is less than 1
     */
    public final B maxConnections(int maxConnections) {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections is at least 1, not " + maxConnections);
        }
        this.maxConnections = maxConnections;
        return self();
    }

    /**
     * Carries exchanges by a transport of one's own. It stays the caller's to close.
     *
     * @param transport the transport
     * @return this builder
     */
    public final B transport(HttpTransport transport) {
        this.transport = Objects.requireNonNull(transport);
        return self();
    }

    /** {@return the settings made so far} */
    public final ClientOptions options() {
        return new ClientOptions(this);
    }

    /** {@return how many connections of its own the client may have} */
    public final int maxConnections() {
        return maxConnections;
    }

    /** {@return the transport that was set; null for one of the client's own} */
    public final @Nullable HttpTransport transport() {
        return transport;
    }
}

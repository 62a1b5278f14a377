package io.github.alimsg.core;

import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.internal.libraries.Libraries;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The methods that every client's builder has. The first {@code build()} of an application checks the versions of
 * OkHttp, okio, Kotlin and Jackson that its build resolved. If one is too old, it throws an {@code
 * IllegalStateException} that names the jar and the lines to add to the build.
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
     * follows redirects nor repeats anything. Pools stay shared, and closing the SDK's client leaves them open.
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
     * Sets how many connections may be open at a time, in use and idle together. Default 256. Further calls wait in
     * order of arrival; one whose timeout passes while it waits fails as not sent. Has no effect with {@link
     * #httpClient} or {@link #transport}.
     *
     * @param maxConnections at least 1; a good value is calls per second times seconds per call, plus some to spare
     * @return this builder
     * @throws IllegalArgumentException when it is less than 1
     */
    public final B maxConnections(int maxConnections) {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1, not " + maxConnections);
        }
        this.maxConnections = maxConnections;
        return self();
    }

    /**
     * Uses your own transport. Closing it remains your responsibility.
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

    /** {@return how many connections the client may open} */
    public final int maxConnections() {
        return maxConnections;
    }

    /** {@return the transport that was set; null to use the client's own} */
    public final @Nullable HttpTransport transport() {
        return transport;
    }
}

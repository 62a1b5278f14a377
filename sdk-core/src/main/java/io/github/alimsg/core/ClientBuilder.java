package io.github.alimsg.core;

import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.internal.environment.Environment;
import io.github.alimsg.core.internal.libraries.Libraries;
import io.github.alimsg.core.okhttp.HttpProxy;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import java.nio.file.Path;
import java.util.List;
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
    private @Nullable HttpProxy proxy;
    private @Nullable Path trust;
    private Environment environment = Environment.PROCESS;

    /** Called by generated builders. */
    protected ClientBuilder() {}

    /**
     * Uses the connections, proxy, DNS and TLS settings of an OkHttp client. The SDK works on a copy that neither
     * follows redirects nor repeats anything. Pools stay shared, and closing the SDK's client leaves them open. Cannot be
     * combined with {@link #proxy(HttpProxy)} and {@link #trust(Path)}; variables for these are not read.
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
     * Sets how many connections may be open at a time, in use and idle together. Default: {@code
     * ALIMSG_MAX_CONNECTIONS}, else 256. Further calls wait in
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
        chosen("maxConnections");
        return self();
    }

    /**
     * Calls through a proxy: the service, the object storage of uploads, and the sources of credentials that the default
     * chain reaches by {@code https}. Default: the JVM's proxy if {@code https.proxyHost} is set, else the environment
     * variables {@code HTTPS_PROXY} and {@code NO_PROXY}.
     *
     * @param proxy the proxy
     * @return this builder
     */
    public final B proxy(HttpProxy proxy) {
        this.proxy = Objects.requireNonNull(proxy);
        chosen("proxy");
        return self();
    }

    /**
     * Trusts the certificates of a file in addition to those that the JDK trusts, such as the certificate authority of a
     * company whose proxy opens TLS. The file is read when the client is built. Default: the environment variable {@code
     * ALIMSG_TRUST}, else none.
     *
     * @param trust a file with one or more X.509 certificates in PEM or DER
     * @return this builder
     */
    public final B trust(Path trust) {
        this.trust = Objects.requireNonNull(trust);
        chosen("trust");
        return self();
    }

    /**
     * Uses your own transport. Closing it remains your responsibility. Cannot be combined with {@link #proxy(HttpProxy)} and {@link
     * #trust(Path)}; variables for these are not read.
     *
     * @param transport the transport
     * @return this builder
     */
    public final B transport(HttpTransport transport) {
        this.transport = Objects.requireNonNull(transport);
        chosen("transport");
        return self();
    }

    /** {@return the settings made so far, without those of the environment} */
    public final ClientOptions options() {
        return new ClientOptions(this, List.of());
    }

    /**
     * Completes the settings from environment variables. Called by {@code build()}.
     *
     * @return the settings
     * @throws IllegalArgumentException when a variable is invalid, which the message names; or when a proxy or a file of
     *     certificates is set for a transport that has its own
     */
    public final ClientOptions resolve() {
        if (transport != null && (isOwn("proxy") || isOwn("trust"))) {
            throw new IllegalArgumentException("proxy and trust are for the client's own connections;"
                    + " with httpClient or transport, set them on the OkHttp client or the transport");
        }
        new EnvironmentSettings(environment, this).apply();
        return new ClientOptions(this, connections());
    }

    private boolean isOwn(String setting) {
        return BUILDER.equals(sources.get(setting));
    }

    private List<Setting> connections() {
        var list = new SettingsList(sources);
        return transport != null
                ? list.addOwn("transport", transport, "").toList()
                : list.add("maxConnections", maxConnections)
                        .add("proxy", proxy == null ? "the JVM's, if it has one" : proxy)
                        .add("trust", trust == null ? "the JDK's" : "the JDK's and " + trust)
                        .toList();
    }

    /**
     * Creates the client's own transport. Called by {@code build()}.
     *
     * @return the transport
     * @throws IllegalArgumentException when the file of certificates has none, or cannot be read
     */
    public final HttpTransport newTransport() {
        try {
            OkHttpTransport own = OkHttpTransport.create(maxConnections, proxy, trust);
            if (endpoint == null || "https".equalsIgnoreCase(endpoint.getScheme())) {
                own.loadTrust();
            }
            return own;
        } catch (IllegalArgumentException e) {
            String set = sources.getOrDefault("trust", BUILDER);
            throw new IllegalArgumentException((set.equals(BUILDER) ? "trust" : set) + ": " + e.getMessage(), e);
        }
    }

    /** {@return the environment that completes the settings} */
    @SuppressWarnings("exports")
    public final Environment environment() {
        return environment;
    }

    /** Replaces the environment of the process, for tests. */
    final B environment(Environment environment) {
        this.environment = environment;
        return self();
    }

    /** {@return the transport that was set; null to use the client's own} */
    public final @Nullable HttpTransport transport() {
        return transport;
    }
}

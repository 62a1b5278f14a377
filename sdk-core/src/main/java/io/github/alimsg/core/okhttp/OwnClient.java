package io.github.alimsg.core.okhttp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Creates the OkHttp client of a transport with its own connections, before it is hardened. */
final class OwnClient {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private OwnClient() {}

    /**
     * Creates a client.
     *
     * @param maxConnections how many idle connections to keep
     * @param proxy the proxy; null for the JVM's
     * @param trust whom to trust
     */
    static OkHttpClient create(int maxConnections, @Nullable HttpProxy proxy, JdkTrust trust) {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .socketFactory(new ChannelSockets())
                .sslSocketFactory(new GuardedTlsSockets(trust), new JdkTrust.Unused())
                .proxySelector(new ProxiesForTls())
                .connectionPool(new ConnectionPool(maxConnections, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS));
        if (proxy != null) {
            TunnelProxy.useIn(client, proxy);
        }
        return client.build();
    }
}

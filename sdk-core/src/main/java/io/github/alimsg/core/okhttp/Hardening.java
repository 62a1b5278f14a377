package io.github.alimsg.core.okhttp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.Authenticator;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.TlsVersion;

/** The changes made to an OkHttp client before it carries exchanges. */
final class Hardening {
    /** The clients' default timeout, for which a transport is prepared. */
    static final Duration CONNECT = Duration.ofSeconds(5);

    private static final Set<TlsVersion> MODERN = Set.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);

    private Hardening() {}

    /**
     * Hardens a client created by the SDK, whose TLS sockets are guarded and which has no listener.
     *
     * @param client the client
     * @param staleConnections checks idle connections before they are used again
     * @param watch cancels overdue exchanges in place of OkHttp's timeouts
     */
    static OkHttpClient ofOwn(OkHttpClient client, StaleConnections staleConnections, ExchangeWatch watch) {
        return builder(client, staleConnections, watch).build();
    }

    /**
     * Hardens a copy of an application's client, which stays unchanged.
     *
     * @param client the client
     * @param staleConnections checks idle connections before they are used again
     * @param watch cancels overdue exchanges in place of OkHttp's timeouts
     */
    static OkHttpClient ofApplications(OkHttpClient client, StaleConnections staleConnections, ExchangeWatch watch) {
        OkHttpClient hardened = builder(client, staleConnections, watch)
                .eventListenerFactory(IsolatedEventListener.factory(client.eventListenerFactory()))
                .build();
        return hardened.newBuilder()
                .sslSocketFactory(
                        new GuardedTlsSockets(hardened.sslSocketFactory()),
                        Objects.requireNonNull(hardened.x509TrustManager(), "withoutOldTls leaves TLS"))
                .build();
    }

    private static OkHttpClient.Builder builder(
            OkHttpClient client, StaleConnections staleConnections, ExchangeWatch watch) {
        OkHttpClient.Builder builder = client.newBuilder();
        if (!builder.networkInterceptors().isEmpty()) {
            builder.networkInterceptors().add(0, new OneRequest.HandedOver(watch));
        }
        return builder.followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE) // a reply to it would be a second request
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(withoutOldTls(client.connectionSpecs()))
                .connectTimeout(CONNECT)
                .callTimeout(Duration.ZERO) // the watch handles this and the read timeout
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .dns(new BoundedDns(client.dns(), watch))
                .addInterceptor(new OneRequest(watch))
                .addNetworkInterceptor(new BeforeSending(staleConnections, watch))
                .socketFactory(new GuardedSockets(client.socketFactory()));
    }

    /** Allows only TLS 1.2 or later, whatever the application's client allows. */
    private static List<ConnectionSpec> withoutOldTls(List<ConnectionSpec> specs) {
        List<ConnectionSpec> kept = new ArrayList<>();
        boolean tls = false;
        for (ConnectionSpec spec : specs) {
            List<TlsVersion> versions = spec.tlsVersions();
            if (!spec.isTls() || versions != null && MODERN.containsAll(versions)) {
                kept.add(spec);
                tls |= spec.isTls();
            }
        }
        if (!tls) {
            kept.add(ConnectionSpec.MODERN_TLS);
        }
        return kept;
    }
}

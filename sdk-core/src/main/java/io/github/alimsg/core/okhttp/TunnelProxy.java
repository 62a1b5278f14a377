package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Chooses one proxy, for {@code https} only, and logs in to it. OkHttp asks for the login before the first request for a
 * tunnel, which saves a request, and works with proxies that close the connection after asking.
 */
final class TunnelProxy extends ProxySelector implements Authenticator {
    private final HttpProxy proxy;
    private final List<Proxy> through;

    TunnelProxy(HttpProxy proxy) {
        this.proxy = proxy;
        this.through =
                List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
    }

    /** Sends the calls of a client through a proxy. */
    static void useIn(OkHttpClient.Builder client, HttpProxy proxy) {
        var tunnel = new TunnelProxy(proxy);
        client.proxySelector(tunnel).proxyAuthenticator(tunnel);
    }

    @Override
    public List<Proxy> select(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) && proxy.isFor(uri.getHost())
                ? through
                : List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // There is no other way to go.
    }

    /** The same request with the login; null when there is none, or when it was refused. */
    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        String login = proxy.authorization();
        Request request = response.request();
        return login == null || request.header("Proxy-Authorization") != null
                ? null
                : request.newBuilder().header("Proxy-Authorization", login).build();
    }
}

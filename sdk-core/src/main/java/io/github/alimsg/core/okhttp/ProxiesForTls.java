package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's proxies, for {@code https} only: plain {@code http} is used only for this machine or one next to it, which
 * no proxy reaches.
 */
final class ProxiesForTls extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
        ProxySelector jvm = "https".equalsIgnoreCase(uri.getScheme()) ? ofJvm() : null;
        return jvm == null ? List.of(Proxy.NO_PROXY) : jvm.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        ProxySelector jvm = ofJvm();
        if (jvm != null) {
            jvm.connectFailed(uri, address, failure);
        }
    }

    private static @Nullable ProxySelector ofJvm() {
        return ProxySelector.getDefault();
    }
}

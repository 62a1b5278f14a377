package io.github.alimsg.it.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** Both sides of TLS on 127.0.0.1, with a certificate made by the JDK's own tool. */
final class LoopbackTls {
    private final SSLContext context;
    private final X509TrustManager trust;

    LoopbackTls(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("loopback.p12");
        KeyStores.keytool(file, "-genkeypair -alias a -keyalg EC -dname CN=test -ext SAN=ip:127.0.0.1");
        KeyStore store = KeyStores.load(file);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", store.getCertificate("a"));
        var trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(trusted);
        trust = (X509TrustManager) trusts.getTrustManagers()[0];
        context = SSLContext.getInstance("TLS");
        context.init(KeyStores.keys(store), trusts.getTrustManagers(), null);
    }

    /** The client's side. */
    OkHttpClient.Builder client() {
        return new OkHttpClient.Builder().sslSocketFactory(context.getSocketFactory(), trust);
    }

    /** The server's side, of one version. */
    SmallServer.Layer server(String version) {
        return socket -> {
            var tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            tls.setUseClientMode(false);
            tls.setEnabledProtocols(new String[] {version});
            return tls;
        };
    }

    /** A proxy that is asked for a tunnel, with the server right behind it. */
    SmallServer.Layer behindTunnel(String version) {
        return socket -> {
            skipHead(socket);
            socket.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(UTF_8));
            return server(version).over(socket);
        };
    }

    private static void skipHead(Socket socket) throws IOException {
        for (int ending = 0; ending < 4; ) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("no request for a tunnel");
            }
            ending = next == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : 0;
        }
    }
}

package io.github.alimsg.core.okhttp;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the certificates that the JDK trusts. OkHttp would create the same by itself; creating it first avoids a
 * second client, whose index of certificates would take another 36 KB or so of memory.
 *
 * @param sockets makes the sockets
 * @param manager decides whom to trust
 */
record JdkTrust(SSLSocketFactory sockets, X509TrustManager manager) {
    static JdkTrust load() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            @Nullable KeyStore jdks = null;
            factory.init(jdks);
            TrustManager[] managers = factory.getTrustManagers();
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return new JdkTrust(context.getSocketFactory(), (X509TrustManager) managers[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS: " + e.getMessage(), e);
        }
    }
}

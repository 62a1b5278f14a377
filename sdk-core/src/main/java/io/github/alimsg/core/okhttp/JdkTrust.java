package io.github.alimsg.core.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
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
    /**
     * Loads what the JDK trusts, and the certificates of a file in addition.
     *
     * @param more a file of certificates; null for none
     * @throws IllegalArgumentException when the file has no certificates, or cannot be read
     */
    static JdkTrust load(@Nullable Path more) {
        Collection<? extends Certificate> added = more == null ? List.of() : certificates(more);
        try {
            TrustManager[] managers = managers(null);
            if (!added.isEmpty()) {
                managers = managers(anchors((X509TrustManager) managers[0], added));
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return new JdkTrust(context.getSocketFactory(), (X509TrustManager) managers[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore anchors) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        return factory.getTrustManagers();
    }

    private static KeyStore anchors(X509TrustManager jdks, Collection<? extends Certificate> added)
            throws GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            anchors.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException("an empty key store reads nothing", e);
        }
        for (Certificate certificate : jdks.getAcceptedIssuers()) {
            anchors.setCertificateEntry("jdk-" + anchors.size(), certificate);
        }
        for (Certificate certificate : added) {
            anchors.setCertificateEntry("added-" + anchors.size(), certificate);
        }
        return anchors;
    }

    private static Collection<? extends Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IllegalArgumentException("the file has no certificates");
            }
            return found;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the file has something else than certificates in PEM or DER");
        } catch (IOException e) { // its message is the path, which may be a misplaced secret
            throw new IllegalArgumentException(
                    "the file cannot be read: " + e.getClass().getSimpleName());
        }
    }
}

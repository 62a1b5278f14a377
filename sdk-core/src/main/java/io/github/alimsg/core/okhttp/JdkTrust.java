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
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the certificates that the JDK trusts. Reading them takes a tenth of a second in a cold JVM, so it is done for
 * the first connection, or ahead of it on another thread. OkHttp would read the same, but for every client at once, and
 * index them for certificate pinning, which the SDK does not use.
 */
final class JdkTrust implements GuardedTlsSockets.Source {
    private final Collection<? extends Certificate> added;
    private final ReentrantLock loading = new ReentrantLock(); // not synchronized: it would pin virtual threads
    private volatile @Nullable SSLSocketFactory sockets;

    /**
     * Trusts what the JDK trusts, and the certificates of a file in addition.
     *
     * @param more a file of certificates, which is read at once; null for none
     * @throws IllegalArgumentException when the file has no certificates, or cannot be read
     */
    JdkTrust(@Nullable Path more) {
        this.added = more == null ? List.of() : certificates(more);
    }

    /** Begins to read the JDK's certificates on a thread that ends when it has done so. */
    void loadAhead() {
        var thread = new Thread(null, this::tryToLoad, "alimsg-tls", 0, false);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) { // no memory for a thread: the first connection reads them
        }
    }

    private void tryToLoad() {
        try {
            sockets();
        } catch (Throwable e) { // the first connection tries again, and reports it
        }
    }

    @Override
    public SSLSocketFactory sockets() throws IOException {
        SSLSocketFactory known = sockets;
        if (known != null) {
            return known;
        }
        loading.lock();
        try {
            known = sockets;
            if (known == null) {
                known = load();
                sockets = known;
            }
            return known;
        } catch (GeneralSecurityException e) { // not remembered: the next connection tries again
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        } finally {
            loading.unlock();
        }
    }

    private SSLSocketFactory load() throws GeneralSecurityException {
        TrustManager[] managers = managers(null);
        if (!added.isEmpty()) {
            managers = managers(anchors((X509TrustManager) managers[0], added));
        }
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context.getSocketFactory();
    }

    /**
     * What OkHttp asks for beside the sockets, and uses for certificate pinning only: the sockets verify connections with
     * managers of their own. It names no issuers, so that OkHttp has none to index, and trusts nobody.
     */
    static final class Unused implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("the sockets verify connections");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("the sockets verify connections");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
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

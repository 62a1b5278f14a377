package io.github.alimsg.benchmarks;

import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;

/** The servers' side of TLS. Counts full handshakes: a resumed one doesn't need the private key. */
final class Tls {
    /** Protects the key store, which is created for every run and has nothing worth protecting. */
    static final String PASSWORD = "benchmarks";

    private final SSLContext context = SSLContext.getInstance("TLS");
    private final LongAdder full = new LongAdder();

    Tls(String keyStore) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(keyStore))) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var key = new CountedKey((X509ExtendedKeyManager) keys.getKeyManagers()[0]);
        context.init(new KeyManager[] {key}, null, null);
    }

    SSLContext context() {
        return context;
    }

    /** How many handshakes have not been resumptions. */
    long fullHandshakes() {
        return full.sum();
    }

    private final class CountedKey extends X509ExtendedKeyManager {
        private final X509ExtendedKeyManager keys;

        CountedKey(X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            full.increment();
            return keys.getPrivateKey(alias);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return keys.getServerAliases(keyType, issuers);
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return keys.chooseServerAlias(keyType, issuers, socket);
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return keys.getClientAliases(keyType, issuers);
        }

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            return keys.chooseClientAlias(keyTypes, issuers, socket);
        }
    }
}

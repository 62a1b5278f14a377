package io.github.alimsg.it.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A certificate authority that no JDK trusts, and a server with its certificate, made by the JDK's own tool. */
final class CorporateTls {
    private final Path folder;
    private final SSLContext server;

    CorporateTls(Path folder, String... hosts) throws IOException, InterruptedException, GeneralSecurityException {
        this.folder = folder;
        String names = Arrays.stream(hosts)
                .map(host -> (Character.isDigit(host.charAt(0)) ? "ip:" : "dns:") + host)
                .collect(Collectors.joining(","));
        keytool("ca", "-genkeypair -alias ca -keyalg EC -dname CN=Corporate -ext bc:c");
        keytool("ca", "-exportcert -rfc -alias ca -file " + authority());
        keytool("server", "-genkeypair -alias server -keyalg EC -dname CN=server");
        keytool("server", "-certreq -alias server -file " + folder.resolve("server.csr"));
        keytool(
                "ca",
                "-gencert -rfc -alias ca -infile " + folder.resolve("server.csr") + " -outfile "
                        + folder.resolve("server.pem") + " -ext san=" + names);
        keytool("server", "-importcert -noprompt -alias ca -file " + authority());
        keytool("server", "-importcert -noprompt -alias server -file " + folder.resolve("server.pem"));

        server = SSLContext.getInstance("TLS");
        server.init(KeyStores.keys(KeyStores.load(folder.resolve("server.p12"))), null, null);
    }

    private void keytool(String store, String options) throws IOException, InterruptedException {
        KeyStores.keytool(folder.resolve(store + ".p12"), options);
    }

    /** The certificate of the authority, in PEM. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /** The server's side. */
    SmallServer.Layer server() {
        return socket -> {
            var tls = (SSLSocket) server.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            tls.setUseClientMode(false);
            return tls;
        };
    }
}

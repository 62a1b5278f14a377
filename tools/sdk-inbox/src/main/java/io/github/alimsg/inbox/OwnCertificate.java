package io.github.alimsg.inbox;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate that is made at each start and signs itself. Its key never leaves this process. */
final class OwnCertificate {
    private static final long DAYS = 365;

    private final HeldCertificate certificate;

    private OwnCertificate(HeldCertificate certificate) {
        this.certificate = certificate;
    }

    /**
     * Makes one for the names of this computer.
     *
     * @param bind the address that is listened on
     */
    static OwnCertificate make(InetAddress bind) {
        return new OwnCertificate(new HeldCertificate.Builder()
                .commonName("sdk-inbox")
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("::1")
                .addSubjectAlternativeName("host.docker.internal")
                .addSubjectAlternativeName(bind.getHostAddress())
                .duration(DAYS, TimeUnit.DAYS)
                .build());
    }

    SSLContext context() {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
    }

    /** The certificate, which clients have to trust. */
    String pem() {
        return certificate.certificatePem();
    }
}

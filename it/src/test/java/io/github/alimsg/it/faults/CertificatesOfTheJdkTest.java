package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's certificates are read ahead of the first call over TLS, and never for plain HTTP. */
@Timeout(60)
class CertificatesOfTheJdkTest {
    private static final String STORE = "javax.net.ssl.trustStore";

    @TempDir
    private static Path folder;

    private static CorporateTls tls;

    private final AtomicInteger requests = new AtomicInteger();

    @BeforeAll
    static void makeCertificates() throws Exception {
        tls = new CorporateTls(folder, "127.0.0.1");
    }

    private static void breakStore() throws IOException {
        Path broken = Files.createTempFile(folder, "broken", "");
        System.setProperty(STORE, Files.writeString(broken, "no certificates").toString());
    }

    @AfterEach
    void restoreStore() {
        System.clearProperty(STORE);
    }

    private static DysmsInternationalClient.Builder client(String scheme, SmallServer server) {
        return DysmsInternationalClient.builder()
                .endpoint(
                        URI.create(scheme + "://127.0.0.1:" + server.endpoint().getPort()))
                .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET))
                .retryPolicy(RetryPolicy.none());
    }

    private void answerAll(SmallServer.Connection connection) throws IOException {
        while (connection.receive()) {
            requests.incrementAndGet();
            connection.answer();
        }
    }

    private static void send(DysmsInternationalClient sms) {
        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
    }

    private static void awaitReading() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("alimsg-tls")) {
                thread.join();
            }
        }
    }

    @Test
    void theyAreReadAheadOfTheFirstCall() throws Exception {
        try (var server = new SmallServer(tls.server(), this::answerAll);
                var sms = client("https", server).trust(tls.authority()).build()) {
            awaitReading();
            breakStore();

            send(sms);

            assertThat(requests).hasValue(1);
        }
    }

    /** Reading ahead is left out: the JDK, asked for the same broken store again, returns what it read before that. */
    @Test
    void callWithoutThemFailsBeforeAnythingIsSentAndTheNextOneReadsThemAgain() throws Exception {
        breakStore();
        try (var server = new SmallServer(tls.server(), this::answerAll);
                var transport = OkHttpTransport.create(1, null, tls.authority());
                var sms = client("https", server).transport(transport).build()) {
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> send(sms))
                    .withMessageContaining("TLS cannot be set up")
                    .satisfies(e -> assertThat(e.delivery()).isEqualTo(Delivery.NOT_SENT));
            assertThat(requests).hasValue(0);

            restoreStore();
            send(sms);

            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void warmUpFindsOutThatTheyCannotBeRead() throws Exception {
        breakStore();
        try (var server = new SmallServer(tls.server(), this::answerAll);
                var transport = OkHttpTransport.create(1, null, tls.authority());
                var sms = client("https", server).transport(transport).build()) {
            assertThat(sms.warmUp(1)).isZero();
        }
    }

    @Test
    void plainCallsNeedNone() throws Exception {
        breakStore();
        try (var server = new SmallServer(this::answerAll);
                var sms = client("http", server).build()) {
            send(sms);

            assertThat(requests).hasValue(1);
        }
    }
}

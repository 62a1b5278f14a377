package io.github.alimsg.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One fake for an application that is started once and asks for its endpoint before anything else happens. */
@ExtendWith(SharedFakeTest.Application.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedFakeTest {
    @RegisterExtension
    static final FakeCloudExtension FAKE = new FakeCloudExtension(
            () -> FakeCloud.builder().withProduct(Letters.PRODUCT).start());

    /** Is registered before the field, as the extension of an application framework is. */
    static final class Application implements BeforeAllCallback {
        private static URI endpoint;

        @Override
        public void beforeAll(ExtensionContext context) {
            endpoint = FAKE.cloud().endpoint();
        }
    }

    @BeforeAll
    static void askAgain() {
        assertThat(FAKE.cloud().endpoint()).isEqualTo(Application.endpoint);
    }

    @Test
    @Order(1)
    void theFirstTestUsesTheFakeThatTheApplicationKnows(FakeCloud parameter) throws IOException {
        assertThat(parameter).isSameAs(FAKE.cloud());
        assertThat(FAKE.cloud().endpoint()).isEqualTo(Application.endpoint);
        FAKE.cloud().when("SendLetter").thenBusinessFailure("odd", "told by the first test");
        assertThat(send()).contains("odd");
    }

    @Test
    @Order(2)
    void theNextTestUsesTheSameWithNothingLeftOfTheFirst() throws IOException {
        assertThat(FAKE.cloud().endpoint()).isEqualTo(Application.endpoint);
        assertThat(FAKE.cloud().received()).isEmpty();
        assertThat(send()).contains("L-1");
    }

    @Nested
    class Inside {
        @Test
        void nestedTestsUseItToo() throws IOException {
            assertThat(FAKE.cloud().endpoint()).isEqualTo(Application.endpoint);
            assertThat(send()).contains("L-1");
        }
    }

    private static String send() throws IOException {
        try (var client = new PlainClient(FAKE.cloud())) {
            return client.call("SendLetter").version("2026-01-01").post().body();
        }
    }

    @Nested
    class OfAnInstance {
        @RegisterExtension
        final FakeCloudExtension own = new FakeCloudExtension();

        private final FakeCloud early = own.cloud();

        @Test
        void whatAFieldAskedForIsTheFakeOfTheTest() {
            assertThat(own.cloud()).isSameAs(early).isNotSameAs(FAKE.cloud());
        }
    }

    @Test
    void aPortCanBeTakenAgainRightAfterItsFakeHasEndedConnections() throws IOException {
        int port;
        Socket connection;
        try (FakeCloud any = FakeCloud.start()) {
            port = any.endpoint().getPort();
            connection = new Socket("127.0.0.1", port);
            connection.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
            assertThat(connection.getInputStream().read()).isEqualTo('H');
        }
        connection.getInputStream().readAllBytes();
        connection.close(); // after the fake, which therefore has to remember it for a while

        try (FakeCloud again = FakeCloud.builder().port(port).start()) {
            assertThat(again.endpoint().getPort()).isEqualTo(port);
        }
    }

    @Test
    void thePortCanBeChosen() throws IOException {
        int port;
        try (FakeCloud any = FakeCloud.start()) {
            port = any.endpoint().getPort();
            assertThatThrownBy(() -> FakeCloud.builder().port(port).start())
                    .hasMessage("port " + port + " is not free on 127.0.0.1");
        }
        try (FakeCloud chosen = FakeCloud.builder().port(port).start();
                var client = new PlainClient(chosen)) {
            assertThat(chosen.endpoint()).isEqualTo(URI.create("http://127.0.0.1:" + port));
            assertThat(client.call("SendSms").post().status()).isEqualTo(200);
        }
        assertThatThrownBy(() -> FakeCloud.builder().port(65_536)).hasMessageContaining("not 65536");
        assertThatThrownBy(() -> FakeCloud.builder().port(-1)).hasMessageContaining("not -1");
    }
}

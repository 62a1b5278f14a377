package io.github.alimsg.core.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.ResponseTooLargeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OkHttp is handed of the bytes that come, and what it is told when it reads out of turn. */
@Timeout(120)
class ResponseGuardTest {
    private static final String REPLY = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final int SAMPLES = 5_000;

    private static HttpRequest call() {
        Duration patience = Duration.ofSeconds(30);
        return HttpRequest.builder("http://127.0.0.1:9")
                .query("a=b")
                .connectTimeout(patience)
                .readTimeout(patience)
                .timeout(patience)
                .maxReplyBytes(1_000)
                .build();
    }

    /** The reply to a request is never made of what came before it, however it came and whatever OkHttp made of that. */
    @Test
    void noByteOfAReplyIsHandedToTheNextRequest() throws Exception {
        var samples = new ResponseSamples(new Random(7));
        var random = new Random(8);
        for (int i = 0; i < SAMPLES; i++) {
            byte[] first = samples.next();
            var client = new OkHttpClient.Builder()
                    .socketFactory(new ScriptedSockets(first, random))
                    .build();
            try (var transport = OkHttpTransport.sharing(client, new StaleConnections(() -> 0))) {
                try {
                    transport.execute(call());
                } catch (HttpFailure | ResponseTooLargeException e) {
                    // the connection is closed
                }
                for (int next = 0; next < 3; next++) {
                    assertThat(transport.execute(call()).text())
                            .as(new String(first, ISO_8859_1))
                            .isEqualTo(ScriptedSockets.RIGHT);
                }
            } finally {
                client.connectionPool().evictAll();
            }
        }
    }

    /** A connection whose one side is guarded. */
    private static final class Pair implements AutoCloseable {
        final Socket guarded;
        final Socket other;
        final ResponseGuard guard;

        Pair(boolean channel) throws IOException {
            try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                guarded = new GuardedSockets(channel ? new ChannelSockets() : SocketFactory.getDefault())
                        .createSocket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
                other = listener.accept();
            }
            guard = ResponseGuard.of(guarded);
        }

        void send(String text) throws IOException {
            other.getOutputStream().write(text.getBytes(ISO_8859_1));
        }

        String read() throws IOException {
            byte[] bytes = new byte[8_192];
            return new String(bytes, 0, guarded.getInputStream().read(bytes), ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            guarded.close();
            other.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void beforeARequestEverythingPasses(boolean channel) throws Exception {
        try (var pair = new Pair(channel)) {
            pair.send(REPLY + REPLY);

            assertThat(pair.read()).isEqualTo(REPLY + REPLY);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFollowsAResponseIsCutOffAndTheConnectionClosed(boolean channel) throws Exception {
        try (var pair = new Pair(channel)) {
            pair.guard.announce("POST", null);
            pair.send(REPLY + "x");

            assertThat(pair.read()).isEqualTo(REPLY);

            assertThat(pair.guard.isReusable()).isFalse();
            assertThat(pair.guarded.isClosed()).isTrue();
            assertThatThrownBy(pair::read).isInstanceOf(IOException.class);
        }
    }

    /** As OkHttp does after ten idle seconds: only this exception means that the connection is healthy. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReadOutOfTurnEndsAtOnceWhenThereIsNothing(boolean channel) throws Exception {
        try (var pair = new Pair(channel)) {
            pair.guard.announce("POST", null);
            pair.send(REPLY);
            assertThat(pair.read()).isEqualTo(REPLY);

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(pair::read).isInstanceOf(SocketTimeoutException.class);
            }

            assertThat(pair.guard.isReusable()).isTrue();
            pair.guard.announce("POST", null);
            pair.send(REPLY);
            assertThat(pair.read()).isEqualTo(REPLY);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReadOutOfTurnFailsWhenThereIsAnythingToRead(boolean channel) throws Exception {
        try (var pair = new Pair(channel)) {
            pair.guard.announce("POST", null);
            pair.send(REPLY);
            assertThat(pair.read()).isEqualTo(REPLY);
            pair.send("\r\n");

            assertThatThrownBy(pair::read)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);

            assertThat(pair.guard.isReusable()).isFalse();
            assertThat(pair.guarded.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReadOutOfTurnFailsWhenTheStreamHasEnded(boolean channel) throws Exception {
        try (var pair = new Pair(channel)) {
            pair.guard.announce("POST", null);
            pair.send(REPLY);
            assertThat(pair.read()).isEqualTo(REPLY);
            pair.other.setSoLinger(true, 10);
            pair.other.close();

            assertThatThrownBy(pair::read)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aHeadThatDidNotPassTheGuardIsNotTheReply() throws Exception {
        try (var pair = new Pair(true)) {
            pair.guard.announce("POST", null);

            assertThat(pair.guard.hasPassed(200)).isFalse();
            pair.send(REPLY);
            pair.read();
            assertThat(pair.guard.hasPassed(400)).isFalse();
            assertThat(pair.guard.hasPassed(200)).isTrue();
        }
    }

    @Test
    void guardsOfEqualFactoriesAreEqual() {
        SocketFactory plain = SocketFactory.getDefault();

        assertThat(new GuardedSockets(plain))
                .isEqualTo(new GuardedSockets(plain))
                .hasSameHashCodeAs(new GuardedSockets(plain));
        assertThat(new GuardedSockets(plain))
                .isNotEqualTo(new GuardedSockets(new ChannelSockets()))
                .isNotEqualTo(plain);
    }
}

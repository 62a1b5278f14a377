package io.github.alimsg.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a reply without an end no more is read than {@code maxReplyBytes} and what may stand beside the body. */
@Timeout(120)
class EndlessRepliesTest {
    /** What the kernel's buffers may hold on both sides, and a block. */
    private static final long IN_BUFFERS = 16 << 20;

    private static final int MAX_REPLY_BYTES = 1 << 20;

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NAMED = "\u001f\u008b\u0008\u0008\0\0\0\0\0\0"; // a gzip header whose name follows

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of("extension of a chunk", CHUNKED + "5;", "x"),
                Arguments.of("zeros before the size of a chunk", CHUNKED, "0"),
                Arguments.of("extensions of small chunks", CHUNKED, "1;xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\nx\r\n"),
                Arguments.of("trailers", CHUNKED + "0\r\n", "T: 1\r\n"),
                Arguments.of("trailer", CHUNKED + "0\r\n", "T"),
                Arguments.of("name in a gzip header", OK + "Content-Encoding: gzip\r\n\r\n" + NAMED, "x"),
                Arguments.of(
                        "name in a gzip header in chunks",
                        OK + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\na\r\n" + NAMED + "\r\n",
                        "8\r\nxxxxxxxx\r\n"),
                Arguments.of("reason", "HTTP/1.1 200 ", "x"),
                Arguments.of("status line", "", "x"),
                Arguments.of("header field", OK + "X: ", "x"),
                Arguments.of("header fields", OK, "X: 1\r\n"),
                Arguments.of("folded header field", OK + "X: 1\r\n", " x\r\n"),
                Arguments.of("interim replies", "", "HTTP/1.1 103 Hints\r\n\r\n"),
                Arguments.of("body without a length", OK + "\r\n", "x"),
                Arguments.of("chunks", CHUNKED, "1\r\nx\r\n"),
                Arguments.of(
                        "extension of a chunk beside a length",
                        OK + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5;",
                        "x"));
    }

    @ParameterizedTest(name = "endless {0}")
    @MethodSource("replies")
    void aReplyWithoutAnEndIsNotReadOn(String name, String beginning, String endless) throws Exception {
        for (boolean shared : new boolean[] {false, true}) {
            var written = new AtomicLong();
            byte[] block = endless.repeat(65_536 / endless.length()).getBytes(ISO_8859_1);
            var builder = DysmsInternationalClient.builder()
                    .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET))
                    .maxReplyBytes(MAX_REPLY_BYTES)
                    .retryPolicy(RetryPolicy.none());
            try (var server = new SmallServer(connection -> {
                        connection.receive();
                        connection.answer(beginning);
                        while (true) {
                            connection.out.write(block);
                            written.addAndGet(block.length);
                        }
                    });
                    DysmsInternationalClient sms = (shared ? builder.httpClient(new OkHttpClient()) : builder)
                            .endpoint(server.endpoint())
                            .build()) {
                var failure = catchThrowableOfType(
                        SdkException.class,
                        () -> sms.sendMessageToGlobe(m -> m.to(Marks.number(1)).message(Marks.text(1))));

                assertThat(failure.mayHaveTakenEffect()).isTrue();
                assertThat(server.ended.tryAcquire(20, TimeUnit.SECONDS))
                        .as("closed")
                        .isTrue();
                // a chunk of one byte takes six
                assertThat(written.get()).isLessThan(6 * MAX_REPLY_BYTES + IN_BUFFERS);
                assertThat(server.requests).hasValue(1);
            }
        }
    }
}

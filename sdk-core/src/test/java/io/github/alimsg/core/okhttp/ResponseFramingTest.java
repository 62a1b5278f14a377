package io.github.alimsg.core.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a response ends. In the tables, {@code /} is CR LF and {@code _} a space, and a reply that nobody asked for follows. */
class ResponseFramingTest {
    private static final String STRAY = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong";
    private static final int SAMPLES = 30_000;

    /** Those whose responses have a body, as calls, uploads and queues use them. */
    private static final List<String> METHODS = List.of("POST", "GET", "PUT", "DELETE");

    private static byte[] bytes(String text) {
        return text.replace("/", "\r\n")
                .replace("HTTP\r\n", "HTTP/")
                .replace("_", " ")
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\0", "\0")
                .getBytes(ISO_8859_1);
    }

    /** Follows bytes, in pieces of random size, or one by one. Returns how many belong to the response. */
    private static int follow(ResponseFraming framing, String method, byte[] bytes, @Nullable Random cuts)
            throws IOException {
        framing.begin(method);
        int at = 0;
        while (at < bytes.length && !framing.isComplete()) {
            int to = cuts == null ? at + 1 : Math.min(bytes.length, at + 1 + cuts.nextInt(20));
            int end = framing.advance(bytes, at, to);
            assertThat(end).isBetween(at + 1, to);
            assertThat(end == to || framing.isComplete()).isTrue();
            at = end;
        }
        return at;
    }

    private static void assertEndsAt(String method, String text, boolean reusable) throws IOException {
        byte[] response = bytes(text);
        byte[] all = (new String(response, ISO_8859_1) + STRAY).getBytes(ISO_8859_1);
        var framing = new ResponseFraming();
        for (int seed = -1; seed < 20; seed++) {
            int end = follow(framing, method, all, seed < 0 ? null : new Random(seed));

            assertThat(end).as("in cuts of seed " + seed).isEqualTo(response.length);
            assertThat(framing.isComplete()).isTrue();
            assertThat(framing.isReusable()).isEqualTo(reusable);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK/Content-Length: 5//hello",
                "HTTP/1.1 200/content-length:5//hello",
                "HTTP/1.1 200 /CONTENT-LENGTH:_\\t5_\\t//hello",
                "HTTP/1.1 400 Bad/Date: now/Content-Length: 005/X: \u00e4//hello",
                "HTTP/1.1 999 Odd/Content-Length: 0//",
                "HTTP/1.1 200 OK/X-Content-Length: 9/Content-Length-X: 9/Content-Length: 0//",
                "HTTP/1.1 200 OK/Connection: keep-alive/Content-Length: 1//x",
                "HTTP/1.1 200 OK/Connection: upgrade, closed/Content-Length: 1//x",
                "HTTP/1.1 200 OK/X:/X: /Content-Length: 1//x",
                "HTTP/1.1 204 None//",
                "HTTP/1.1 204 None/Content-Length: 0//",
                "HTTP/1.1 304 Same//",
                "HTTP/1.1 304 Same/Content-Length: 5//",
                "HTTP/1.1 205 Reset/Content-Length: 0//",
                "HTTP/1.1 100 Continue//HTTP/1.1 200 OK/Content-Length: 2//{}",
                "HTTP/1.1 103 Hints/Link: x//HTTP/1.1 102 P//HTTP/1.1 204 None//",
                "HTTP/1.1 199 Odd//HTTP/1.1 200 OK/Transfer-Encoding: chunked//0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5/hello/0//",
                "HTTP/1.1 200 OK/transfer-encoding:\\tCHUNKED_//a/0123456789/1/x/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//005;a=\"b c\";d/hello/000;e/T: 1/Content-Length: 9//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5_\\t; a/hello/0_//"
            })
    void aResponseEndsWhereTheRulesSay(String text) throws IOException {
        for (String method : METHODS) {
            assertEndsAt(method, text, true);
            assertThat(OkHttpsEnd.of(method, (new String(bytes(text), ISO_8859_1) + STRAY).getBytes(ISO_8859_1)))
                    .as("as OkHttp says for %s, unless it refuses a length without a body", method)
                    .isIn(bytes(text).length, text.contains("304 Same/Content-Length") ? bytes(text).length + 5 : -2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK/Content-Length: 5//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//",
                "HTTP/1.1 404 No/Content-Length: 999999999999//",
                "HTTP/1.1 200 OK//"
            })
    void aResponseToHeadHasNoBody(String text) throws IOException {
        assertEndsAt("HEAD", text, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK/Connection: close/Content-Length: 5//hello",
                "HTTP/1.1 200 OK/connection: keep-alive\\t,_CLOSE_,x/Content-Length: 5//hello",
                "HTTP/1.1 200 OK/Connection: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx/Content-Length: 5//hello",
                "HTTP/1.0 200 OK/Content-Length: 5//hello",
                "HTTP/1.0 200 OK/Connection: keep-alive/Content-Length: 5//hello",
                "HTTP/1.1 101 Switching Protocols//",
                "HTTP/1.1 101 Switching Protocols/Content-Length: 5//",
                "HTTP/1.1 204 None/Content-Length: 5//",
                "HTTP/1.1 204 None/Transfer-Encoding: chunked//",
                "HTTP/1.1 103 Hints/Content-Length: 5//HTTP/1.1 200 OK/Content-Length: 5//hello",
                "HTTP/1.1 100 C/Transfer-Encoding: chunked//HTTP/1.1 200 OK/Content-Length: 5//hello",
                "HTTP/1.0 100 C//HTTP/1.1 200 OK/Content-Length: 5//hello"
            })
    void afterSomeResponsesTheConnectionIsNotUsedAgain(String text) throws IOException {
        for (String method : METHODS) {
            assertEndsAt(method, text, false);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK/Content-Length: 5/Transfer-Encoding: chunked//5/hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked/Content-Length: 5//5/hello/0//",
                "HTTP/1.1 200 OK/Content-Length: 5/Content-Length: 5//hello",
                "HTTP/1.1 200 OK/Content-Length: 5/Content-Length: 4//hello",
                "HTTP/1.1 200 OK/Content-Length: 5, 5//hello",
                "HTTP/1.1 200 OK/Content-Length: +5//hello",
                "HTTP/1.1 200 OK/Content-Length: -5//hello",
                "HTTP/1.1 200 OK/Content-Length: 0x5//hello",
                "HTTP/1.1 200 OK/Content-Length: 5 5//hello",
                "HTTP/1.1 200 OK/Content-Length://hello",
                "HTTP/1.1 200 OK/Content-Length: 9999999999999999999//hello",
                "HTTP/1.1 200 OK/Content-Length: \u00a05//hello",
                "HTTP/1.1 200 OK/Content-Length: 00000000000000000000000000000000000000000000000000000000005//hello",
                "HTTP/1.1 200 OK/Content-Length : 5//hello",
                "HTTP/1.1 200 OK/ Content-Length: 5//hello",
                "HTTP/1.1 200 OK/Content-Length: 4/ 5//hello",
                "HTTP/1.1 200 OK/Content-Length: 5\\n/hello",
                "HTTP/1.1 200 OK\\nContent-Length: 5//hello",
                "HTTP/1.1 200 OK/Content-Length: 5\\r//hello",
                "HTTP/1.1 200 OK/Content-Length: 5\\0//hello",
                "HTTP/1.1 200 OK/Content-Length: 5/: x//hello",
                "HTTP/1.1 200 OK/Content-Length: 5/no colon//hello",
                "HTTP/1.1 200 OK/Content-Length: 5/name: x\\ry//hello",
                "HTTP/1.1 200 OK/Transfer-Encoding: gzip, chunked//5/hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: identity//hello",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked/Transfer-Encoding: chunked//5/hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chun\u00e2\u0084\u00aaed//5/hello/0//",
                "HTTP/1.1 200 OK/Tran\u00c5\u00bffer-Encoding: chunked/Content-Length: 1//5/hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5/helloX/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5/hello\\n0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5\\nhello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5 x/hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5 5/hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//;a/hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked///hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//10000000000000000/hello/0//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5/hello/0/ folded//",
                "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5/hello/0\\n/",
                "HTTP/1.2 200 OK/Content-Length: 5//hello",
                "HTTP/2 200 OK/Content-Length: 5//hello",
                "HTTP/1.1 20 OK/Content-Length: 5//hello",
                "HTTP/1.1 099 OK/Content-Length: 5//hello",
                "HTTP/1.1 +20 OK/Content-Length: 5//hello",
                "HTTP/1.1 2000 OK/Content-Length: 5//hello",
                "HTTP/1.1_ 200 OK/Content-Length: 5//hello",
                "ICY 200 OK/Content-Length: 5//hello",
                "/HTTP/1.1 200 OK/Content-Length: 5//hello"
            })
    void whatCouldBeReadInTwoWaysIsUnclear(String text) throws IOException {
        var framing = new ResponseFraming();
        for (int seed = -1; seed < 20; seed++) {
            int end = follow(framing, "POST", bytes(text), seed < 0 ? null : new Random(seed));

            assertThat(framing.isUnclear()).isTrue();
            assertThat(framing.isReusable()).isFalse();
            assertThat(end).as("passed on").isEqualTo(bytes(text).length);
            framing.end();
            assertThat(framing.isReusable()).isFalse();
        }
    }

    @Test
    void withoutALengthTheEndOfTheStreamIsTheEnd() throws IOException {
        var framing = new ResponseFraming();

        follow(framing, "POST", bytes("HTTP/1.1 200 OK//hello"), null);

        assertThat(framing.isComplete()).isFalse();
        assertThat(framing.payload()).isEqualTo(5);
        framing.end();
        assertThat(framing.isComplete()).isTrue();
        assertThat(framing.isReusable()).isFalse();
    }

    @Test
    void aResponseThatIsCutIsNeverComplete() throws IOException {
        byte[] whole = bytes("HTTP/1.1 100 C//HTTP/1.1 200 OK/Transfer-Encoding: chunked//5;x/hello/0/T: 1//");
        for (int length = 0; length < whole.length; length++) {
            var framing = new ResponseFraming();
            follow(framing, "POST", Arrays.copyOf(whole, length), null);
            framing.end();

            assertThat(framing.isComplete()).isFalse();
            assertThat(framing.isReusable()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 200 OK/Content-Length: 5//he, 200, 2",
        "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5;abc/hello/2/xy, 200, 7",
        "HTTP/1.1 100 C/, 100, 0"
    })
    void theStatusAndTheBodysBytesAreKnown(String text, int status, int payload) throws IOException {
        var framing = new ResponseFraming();

        follow(framing, "POST", bytes(text), null);

        assertThat(framing.status()).isEqualTo(status);
        assertThat(framing.payload()).isEqualTo(payload);
    }

    @ParameterizedTest
    @CsvSource({
        "'', HTTP/1.1 200_, 262144",
        "HTTP/1.1 200 OK/, x, 262144",
        "HTTP/1.1 200 OK/, X: 1/, 262144",
        "'', HTTP/1.1 100 C//, 262144",
        "HTTP/1.1 200 OK/Transfer-Encoding: chunked//5, ;x, 16384",
        "HTTP/1.1 200 OK/Transfer-Encoding: chunked//, 0, 16384",
        "HTTP/1.1 200 OK/Transfer-Encoding: chunked//, 5;xxxxxxxxx/hello/, 33000",
        "HTTP/1.1 200 OK/Transfer-Encoding: chunked//0/, T: 1/, 262144"
    })
    void fieldsAndChunkExtensionsAreBounded(String beginning, String endless, int bound) {
        var framing = new ResponseFraming();
        byte[] text = bytes(beginning + endless.repeat(bound * 2 / bytes(endless).length));

        assertThatThrownBy(() -> follow(framing, "POST", text, new Random(1)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the reply's header fields or chunk extensions are too large");
        assertThatCode(() -> follow(framing, "POST", Arrays.copyOf(text, bound / 2), new Random(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void aMillionSmallChunksAreNoFields() throws IOException {
        var framing = new ResponseFraming();

        follow(
                framing,
                "POST",
                bytes("HTTP/1.1 200 OK/Transfer-Encoding: chunked//" + "1/x/".repeat(1_000_000) + "0/T: 1//"),
                new Random(1));

        assertThat(framing.isReusable()).isTrue();
        assertThat(framing.payload()).isEqualTo(1_000_000);
    }

    /** The promise: where a connection may be used again, OkHttp has read to the same byte, or has found a fault. */
    static void assertOkHttpAgrees(byte[] bytes) {
        var framing = new ResponseFraming();
        for (String method : new String[] {"POST", "GET", "HEAD"}) {
            int end;
            try {
                end = follow(framing, method, bytes, new Random(bytes.length));
            } catch (IOException e) {
                continue; // too large: the connection is closed
            }
            if (framing.isReusable()) {
                int okHttps = OkHttpsEnd.of(method, bytes);
                // one that reads on is told that there is no more
                assertThat(okHttps < 0 || okHttps >= end)
                        .as("%s: ends at %d, OkHttp's at %d: %s", method, end, okHttps, new String(bytes, ISO_8859_1))
                        .isTrue();
            }
        }
    }

    @Test
    void okHttpFindsTheSameEnd() {
        var samples = new ResponseSamples(new Random(11));
        for (int i = 0; i < SAMPLES; i++) {
            assertOkHttpAgrees(samples.next());
        }
    }
}

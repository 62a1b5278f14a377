package io.github.alimsg.core.okhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Responses, right ones and others, with something after them. Seeded: the same ones in each run. */
final class ResponseSamples {
    private static final List<String> STATUS = List.of(
            "HTTP/1.1 200 OK",
            "HTTP/1.1 200 OK",
            "HTTP/1.1 400 Bad",
            "HTTP/1.1 204 None",
            "HTTP/1.1 304 Same",
            "HTTP/1.1 205 Reset",
            "HTTP/1.1 101 Switch",
            "HTTP/1.0 200 OK",
            "HTTP/1.1 200",
            "HTTP/1.1 200OK",
            "HTTP/1.2 200 OK",
            "http/1.1 200 OK",
            "ICY 200 OK",
            "HTTP/1.1 +20 OK",
            "HTTP/1.1 099 OK",
            "HTTP/1.1 600 OK",
            " HTTP/1.1 200 OK",
            "HTTP/1.1  200 OK",
            "HTTP/1.1 200 \u00e4\u00ff");
    private static final List<String> INTERIM = List.of(
            "HTTP/1.1 100 Continue\r\n\r\n",
            "HTTP/1.1 103 Hints\r\nLink: a\r\n\r\n",
            "HTTP/1.1 199 Odd\r\n\r\n",
            "HTTP/1.1 102 P\r\nContent-Length: 3\r\n\r\n",
            "HTTP/1.1 100 C\r\nTransfer-Encoding: chunked\r\n\r\n");
    private static final List<String> FIELDS = List.of(
            "Content-Length: 5",
            "content-length:5",
            "Content-Length: 0",
            "Content-Length: 5 ",
            "Content-Length: 05",
            "Content-Length: +5",
            "Content-Length: -5",
            "Content-Length: 5, 5",
            "Content-Length : 5",
            "Content-Length:",
            "Content-Length: 99999999999999999999",
            "Content-Length: \u00a05",
            "Content-Length: 5;",
            "Content-Length: 3",
            "Content-Length: \u0085" + "5",
            "X-Content-Length: 9",
            "Transfer-Encoding: chunked",
            "transfer-encoding:\tCHUNKED\t",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding: chun\u0130ed",
            "Tran\u00c5\u00bffer-Encoding: chunked",
            "Transfer-Encoding: chun\u00e2\u0084\u00aaed",
            "Transfer-Encoding: \"chunked\"",
            "Connection: close",
            "Connection: keep-alive, Close",
            "Connection: upgrade",
            "Connection: keep-alive",
            "Keep-Alive: timeout=5",
            "Date: now",
            "X: \u00ff\u0001",
            " folded: 5",
            "\tfolded",
            ": 5",
            "nothing",
            "X: a\rb",
            "A\u0000B: 1",
            "X-Long: " + "x".repeat(100),
            "L" + "x".repeat(80) + ": 1");
    private static final List<String> BODIES = List.of(
            "hello",
            "5\r\nhello\r\n0\r\n\r\n",
            "5;a=b\r\nhello\r\n0;c\r\nT: 1\r\n\r\n",
            "05 ; x\r\nhello\r\n00\r\n\r\n",
            "5\r\nhelloX\r\n0\r\n\r\n",
            "5\nhello\r\n0\r\n\r\n",
            "5\r\nhello\n0\r\n\r\n",
            "5 x\r\nhello\r\n0\r\n\r\n",
            "0x5\r\nhello\r\n0\r\n\r\n",
            "-5\r\nhello\r\n0\r\n\r\n",
            "5\r\nhello\r\n0\r\n bad\r\n\r\n",
            "0\r\n\r\n",
            "\r\n",
            "5\r\nhello\r\n0\r\nContent-Length: 7\r\n\r\n",
            "7fffffffffffffff\r\nhello",
            "10000000000000000\r\nhello",
            "1\r\na\r\n1\r\nb\r\n0\r\n\r\n",
            "a\r\n0123456789\r\nA\r\n0123456789\r\n0\r\n\r\n",
            "0000000000000000000005\r\nhello\r\n0\r\n\r\n",
            "5\r\nhello\r\r\n0\r\n\r\n",
            "5;a\rb\r\nhello\r\n0\r\n\r\n",
            "");
    private static final List<String> AFTER = List.of(
            "",
            "",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong",
            "x",
            "\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwrong\r\n0\r\n\r\n");

    private final Random random;

    ResponseSamples(Random random) {
        this.random = random;
    }

    byte[] next() {
        var text = new StringBuilder();
        if (random.nextInt(6) == 0) {
            text.append(one(INTERIM));
        }
        text.append(random.nextInt(3) > 0 ? STATUS.get(0) : one(STATUS)).append(end());
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(one(FIELDS)).append(end());
        }
        text.append(end()).append(one(BODIES)).append(one(AFTER));
        byte[] bytes = text.toString().getBytes(ISO_8859_1);
        if (random.nextInt(3) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) " \r\n:;0\u00ff\u0000,a".charAt(random.nextInt(10));
        }
        return bytes;
    }

    private String end() {
        return random.nextInt(60) == 0 ? "\n" : "\r\n";
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}

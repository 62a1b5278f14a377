package io.github.alimsg.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.okhttp.Transports;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the service sends beyond the reply to a request, no other request is told it: a refused send never returns
 * somebody else's message id, on no kind of connection.
 */
@Tag("faults")
@Timeout(300)
class LeftoverRepliesTest {
    private static final String OWN = body("own");
    private static final String STRAY = ok(body("somebody-else's"));
    private static final String REFUSED =
            reply("400 Bad Request", "{\"Code\":\"isv.BLACK_LIST\",\"Message\":\"no\",\"RequestId\":\"R-1\"}");
    private static final int SENDS_AFTER = 3;

    @TempDir
    private static Path folder;

    private static LoopbackTls tls;

    @BeforeAll
    static void makeCertificate() throws Exception {
        tls = new LoopbackTls(folder);
    }

    /** How the service is reached. */
    enum Way {
        PLAIN,
        TLS_1_2,
        TLS_1_3,
        PROXY,
        TUNNEL,
        APPLICATION,
        APPLICATION_TLS;

        SmallServer.Layer layer() {
            return switch (this) {
                case PLAIN, PROXY, APPLICATION -> socket -> socket;
                case TLS_1_2 -> tls.server("TLSv1.2");
                case TLS_1_3, APPLICATION_TLS -> tls.server("TLSv1.3");
                case TUNNEL -> tls.behindTunnel("TLSv1.3");
            };
        }

        URI endpoint(SmallServer server) {
            return switch (this) {
                case PLAIN, APPLICATION -> server.endpoint();
                case PROXY -> URI.create("http://127.0.0.1:1");
                case TUNNEL -> URI.create("https://127.0.0.1:1");
                default -> URI.create("https://127.0.0.1:" + server.endpoint().getPort());
            };
        }

        /** The application's client; null for connections of the SDK's own. */
        @Nullable
        OkHttpClient client(SmallServer server) {
            var address = new InetSocketAddress("127.0.0.1", server.endpoint().getPort());
            OkHttpClient.Builder own = tls.client().socketFactory(Transports.ownSockets());
            return switch (this) {
                case PLAIN -> null;
                case TLS_1_2, TLS_1_3 -> own.build();
                case PROXY, TUNNEL ->
                    own.proxy(new Proxy(Proxy.Type.HTTP, address)).build();
                case APPLICATION -> new OkHttpClient();
                case APPLICATION_TLS -> tls.client().build();
            };
        }
    }

    private static String body(String id) {
        return SmallServer.OK.replace("\"MessageId\":\"1\"", "\"MessageId\":\"" + id + "\"");
    }

    private static String reply(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String ok(String body) {
        return reply("200 OK", body);
    }

    private static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static String chunks(String body, String extension, String trailers) {
        return Integer.toHexString(body.length()) + extension + "\r\n" + body + "\r\n0\r\n" + trailers + "\r\n";
    }

    private static String packed(String body) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toString(ISO_8859_1);
    }

    /** Replies, by what is said of them; the stray one follows. */
    private static Map<String, String> replies() {
        String ok = "HTTP/1.1 200 OK";
        String chunked = "Transfer-Encoding: chunked";
        String length = "Content-Length: " + OWN.length();
        Map<String, String> replies = new LinkedHashMap<>();
        replies.put("a second reply", ok(OWN));
        replies.put("a third reply", ok(OWN) + ok(OWN));
        replies.put("a length that is too short", head(ok, "Content-Length: 10") + OWN);
        replies.put("a length that leaves out the last byte", head(ok, "Content-Length: " + (OWN.length() - 1)) + OWN);
        replies.put("a body after length 0", head(ok, "Content-Length: 0"));
        replies.put("an error with a body after length 0", head("HTTP/1.1 500 Oh", "Content-Length: 0"));
        replies.put("a body after 204", head("HTTP/1.1 204 No Content"));
        replies.put("a body after 204 with length 0", head("HTTP/1.1 204 No Content", "Content-Length: 0"));
        replies.put(
                "a body after 204 with a length", head("HTTP/1.1 204 No Content", "Content-Length: " + STRAY.length()));
        replies.put("a body after 204 in chunks", head("HTTP/1.1 204 No Content", chunked));
        replies.put("a body after 304", head("HTTP/1.1 304 Not Modified"));
        replies.put(
                "a body after 304 with a length",
                head("HTTP/1.1 304 Not Modified", "Content-Length: " + STRAY.length()));
        replies.put("a body after 205 with length 0", head("HTTP/1.1 205 Reset Content", "Content-Length: 0"));
        replies.put("a final 101", head("HTTP/1.1 101 Switching Protocols"));
        replies.put("a final 101 with length 0", head("HTTP/1.1 101 Switching Protocols", "Content-Length: 0"));
        replies.put(
                "101 with an upgrade", head("HTTP/1.1 101 Switching Protocols", "Connection: Upgrade", "Upgrade: x"));
        replies.put("two final ones after 100", head("HTTP/1.1 100 Continue") + ok(OWN));
        replies.put("two final ones after 103", head("HTTP/1.1 103 Early Hints", "Link: </a>") + ok(OWN));
        replies.put("103 after the final one", ok(OWN) + head("HTTP/1.1 103 Early Hints"));
        replies.put("something after chunks", head(ok, chunked) + chunks(OWN, "", ""));
        replies.put("something after chunks with extensions", head(ok, chunked) + chunks(OWN, ";a=b", ""));
        replies.put("something after trailers", head(ok, chunked) + chunks(OWN, "", "T: 1\r\n"));
        replies.put("no chunks at all", head(ok, chunked) + "0\r\n\r\n");
        replies.put("chunks with a length", head(ok, chunked, "Content-Length: 9999") + chunks(OWN, "", ""));
        replies.put("chunks with length 0", head(ok, "Content-Length: 0", chunked) + chunks(OWN, "", ""));
        replies.put("a chunk that is too long", head(ok, chunked) + "2\r\n{}xx\r\n0\r\n\r\n");
        replies.put("chunks of line feeds", head(ok, chunked) + "2\n{}\n0\n\n");
        replies.put("chunks in two codings", head(ok, "Transfer-Encoding: gzip, chunked", length) + OWN);
        replies.put(
                "chunks by a letter that is folded",
                head(ok, "Tran\u00c5\u00bffer-Encoding: chunked", length) + "0\r\n\r\n");
        replies.put("a long length, then 0", head(ok, length, "Content-Length: 0"));
        replies.put("length 0, then a long one", head(ok, "Content-Length: 0", length) + OWN);
        replies.put("a length twice", head(ok, length, length) + OWN);
        replies.put("a length with a sign", head(ok, "Content-Length: +0"));
        replies.put("a length with zeros", head(ok, "Content-Length: 000" + OWN.length()) + OWN);
        replies.put("a length before a blank", head(ok, "Content-Length : 5", "Content-Length: 0"));
        replies.put("a folded line", head(ok, "X: a", " Content-Length: 99", "Content-Length: 0"));
        replies.put("lines of line feeds", ok + "\nContent-Length: 0\n\n");
        replies.put("a line without a colon", head(ok, "nothing", "Content-Length: 0"));
        replies.put("an end that was announced", head(ok, "Connection: close", length) + OWN);
        replies.put("an end that was announced in a list", head(ok, "Connection: keep-alive, Close", length) + OWN);
        replies.put("HTTP/1.0", head("HTTP/1.0 200 OK", length) + OWN);
        replies.put("HTTP/1.0 that stays", head("HTTP/1.0 200 OK", "Connection: keep-alive", length) + OWN);
        replies.put("an empty line", ok(OWN) + "\r\n");
        replies.put(
                "a packed body",
                head(
                                ok,
                                "Content-Encoding: gzip",
                                "Content-Length: " + packed(OWN).length())
                        + packed(OWN));
        replies.put("packed chunks", head(ok, "Content-Encoding: gzip", chunked) + chunks(packed(OWN), "", ""));
        return replies;
    }

    /** All of them over plain connections and in the long form; otherwise a share, other ones for each way. */
    private static List<Map.Entry<String, String>> repliesFor(Way way) {
        int share = way == Way.PLAIN ? 1 : Integer.getInteger("leftovers.share", 4);
        List<Map.Entry<String, String>> all = List.copyOf(replies().entrySet());
        return IntStream.range(0, all.size())
                .filter(i -> i % share == way.ordinal() % share)
                .mapToObj(all::get)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void bytesThatComeWithAReplyAreNotTheReplyToTheNextRequest(Way way) throws Exception {
        for (var reply : repliesFor(way)) {
            assertNobodyIsTold(way, reply.getKey(), reply.getValue(), false);
        }
    }

    /** Late, and still before the next request: the connection has been used in that very moment, as the clock says. */
    @ParameterizedTest
    @EnumSource
    void bytesThatComeAfterAReplyAreNotTheReplyToTheNextRequest(Way way) throws Exception {
        for (var reply : repliesFor(way)) {
            assertNobodyIsTold(way, reply.getKey(), reply.getValue(), true);
        }
    }

    private static void assertNobodyIsTold(Way way, String name, String reply, boolean late) throws Exception {
        var isFirst = new AtomicBoolean(true);
        var callEnded = new Semaphore(0);
        var written = new Semaphore(0);
        try (var server = new SmallServer(way.layer(), connection -> {
            while (connection.receive()) {
                if (!isFirst.getAndSet(false)) {
                    connection.answer(REFUSED);
                } else if (late) {
                    connection.answer(reply);
                    callEnded.acquire();
                    try {
                        connection.answer(STRAY);
                    } finally { // it may be closed already
                        written.release();
                    }
                } else {
                    connection.answer(reply + STRAY);
                }
            }
        })) {
            OkHttpClient http = way.client(server);
            try (HttpTransport transport = Transports.on(() -> 0, http);
                    DysmsInternationalClient sms = DysmsInternationalClient.builder()
                            .endpoint(way.endpoint(server))
                            .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET))
                            .retryPolicy(RetryPolicy.none())
                            .transport(transport)
                            .build()) {
                try {
                    assertThat(send(sms)).as("%s, %s", way, name).isEqualTo("own");
                } catch (SdkException e) {
                    assertThat(e.mayHaveTakenEffect())
                            .as("%s, %s: %s", way, name, e)
                            .isTrue();
                }
                callEnded.release();
                assertThat(!late || written.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
                for (int i = 0; i < SENDS_AFTER; i++) {
                    assertThat(told(sms)).as("%s, %s", way, name).isEqualTo("isv.BLACK_LIST");
                }
            } finally {
                if (http != null) {
                    http.connectionPool().evictAll();
                }
            }
        }
    }

    /** The code of a refusal, or whatever else the caller is told. */
    private static String told(DysmsInternationalClient sms) {
        try {
            return "success of " + send(sms);
        } catch (ServiceException e) {
            return e.code();
        } catch (SdkException e) {
            return e.toString();
        }
    }

    private static @Nullable String send(DysmsInternationalClient sms) {
        return sms.sendMessageToGlobe(m -> m.to(Marks.number(1)).message(Marks.text(1)))
                .messageId();
    }
}

package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.GlobeMessage;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However much a reply holds, and of whatever, reading it takes no time to speak of, and what is shown of it is short.
 * The bound on time is a hundred times what these take, and a hundredth of what they took with expressions that go over a
 * text again for each of its characters.
 */
@ExtendWith(FakeCloudExtension.class)
class HostileRepliesTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int MIB = 1 << 20;
    private static final int LARGE = 12 * MIB;

    /** What a failure shows at the most: a few texts of 4 KiB each. */
    private static final int SHOWN = 32 * 1024;

    static Stream<Arguments> replies() {
        return Stream.of(
                reply("20,000 blanks", refusal(" ".repeat(20_000))),
                reply("80,000 blanks", refusal(" ".repeat(80_000))),
                reply("blanks", refusal(" ".repeat(LARGE))),
                reply("blanks inside", refusal("a" + " ".repeat(LARGE) + "b")),
                reply("line feeds", refusal("\\n".repeat(LARGE / 2))),
                reply("commas and blanks", refusal(", ".repeat(LARGE / 2))),
                reply("server", refusal("server ".repeat(LARGE / 7))),
                reply("string to", refusal("string to ".repeat(LARGE / 10))),
                reply("digits", refusal("0".repeat(LARGE))),
                reply("half numbers", refusal("123456 ".repeat(LARGE / 7))),
                reply("a long code", Reply.json(400, "{\"Code\":\"" + "A".repeat(LARGE) + "\",\"Message\":\"no\"}")),
                reply("a long request id", field("RequestId", "0".repeat(LARGE))),
                reply(
                        "a long denial",
                        Reply.json(
                                403,
                                "{\"Code\":\"NoPermission\",\"AccessDeniedDetail\":{\"AuthAction\":\""
                                        + "a ".repeat(LARGE / 2) + "\"}}")),
                reply("many fields", Reply.json(400, fields(LARGE / 16))),
                reply("a long number", Reply.json(400, "{\"Code\":" + "9".repeat(LARGE) + "}")),
                reply("lists in lists", Reply.json(400, "{\"Code\":" + "[".repeat(LARGE))),
                reply("XML of entities", xml("&amp;".repeat(LARGE / 5))),
                reply("XML of sections", xml("<![CDATA[a]]>".repeat(LARGE / 13))),
                reply("XML of blanks", xml(" ".repeat(LARGE))),
                reply("XML of elements", xml("<a>b</a>".repeat(LARGE / 8))),
                reply("HTML", Reply.html(502, "<".repeat(LARGE))),
                reply("success of blanks", Reply.json(200, "{\"ResponseCode\":\"OK\"}" + " ".repeat(LARGE) + "x")),
                reply(
                        "an unreadable success",
                        Reply.json(200, "{\"ResponseCode\":\"" + "A ".repeat(LARGE / 2) + "\",\"NumberDetail\":[")));
    }

    private static Arguments reply(String name, Reply reply) {
        return Arguments.of(name, reply);
    }

    private static Reply refusal(String message) {
        return field("Message", message);
    }

    private static Reply field(String name, String value) {
        return Reply.json(400, "{\"Code\":\"InvalidParameter\",\"" + name + "\":\"" + value + "\"}");
    }

    private static Reply xml(String message) {
        return Reply.xml(400, "<Error><Code>InvalidParameter</Code><Message>" + message + "</Message></Error>");
    }

    private static String fields(int count) {
        var json = new StringBuilder("{\"Code\":\"InvalidParameter\"");
        for (int i = 0; i < count; i++) {
            json.append(",\"").append(i).append("\":0");
        }
        return json.append('}').toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void replyOfAnyLengthIsReadAtOnce(String name, Reply reply, FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenRespond(reply);
        try (DysmsInternationalClient sms = once(cloud)) {
            SdkException failure = assertTimeoutPreemptively(
                    SOON, () -> catchThrowableOfType(SdkException.class, () -> sms.sendMessageToGlobe(Clients.SEND)));

            assertThat(failure.getMessage()).hasSizeLessThan(SHOWN);
            if (failure instanceof ServiceException refusal) {
                assertThat(String.valueOf(refusal.serviceMessage())).hasSizeLessThan(SHOWN);
                assertThat(String.valueOf(refusal.accessDenied())).hasSizeLessThan(SHOWN);
                assertThat(refusal.rawBody())
                        .as("the whole of it")
                        .hasSize(reply.body().length());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Remain:0",
                "Remain:0,",
                "Remain:0,TimeLeft:",
                "TimeLeft:1,",
                "0",
                " ",
                ",",
                "Sat, ",
                "Limit:1 Remain:0 "
            })
    void headerOfAnyLengthIsReadAtOnce(String part, FakeCloud cloud) {
        String value = ("Remain:0," + part.repeat(100 * 1024 / part.length())).strip();
        Reply reply = Reply.empty(503);
        for (String header : List.of("x-ratelimit-user", "Date")) {
            reply = reply.withHeader(header, value);
        }
        cloud.when("SendMessageToGlobe").thenRespond(reply);
        try (DysmsInternationalClient sms = once(cloud)) {
            SdkException failure = assertTimeoutPreemptively(
                    SOON, () -> catchThrowableOfType(SdkException.class, () -> sms.sendMessageToGlobe(Clients.SEND)));

            assertThat(failure).isInstanceOf(ServiceException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30_000, 300_000})
    void ownTextThatIsQuotedIsTakenOutAtOnce(int length) {
        for (String text : List.of(
                " ".repeat(length) + "x", "x" + " ".repeat(length), "ab".repeat(length / 2), "1".repeat(length))) {
            var quoting = new Quoting(text + " is not allowed: " + text);
            try (DysmsInternationalClient sms = DysmsInternationalClient.builder()
                    .transport(quoting)
                    .credentials(CredentialsProviders.fixed("LTAI5tExample", "notASecretAtAll"))
                    .build()) {
                SdkException failure = assertTimeoutPreemptively(
                        SOON,
                        () -> catchThrowableOfType(
                                SdkException.class,
                                () -> sms.sendMessageToGlobe(
                                        m -> m.to("6281234567890").message(text))));

                assertThat(failure).hasMessageContaining("chars>");
                assertThat(failure.getMessage()).hasSizeLessThan(300);
            }
        }
    }

    /** Refuses every call with the same message. */
    private record Quoting(String message) implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest call) {
            String json = "{\"Code\":\"InvalidParameter\",\"Message\":\"" + message + "\"}";
            return new HttpResponse(400, List.of(), json.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }

    @Test
    void longMessageIsSearchedForManyRecipientsAtOnce(FakeCloud cloud) {
        List<GlobeMessage> messages = IntStream.range(0, 250)
                .mapToObj(i -> GlobeMessage.of("" + (6281234500000L + i), "Order A" + i))
                .toList();
        cloud.when("BatchSendMessageToGlobe").thenRespond(refusal("6281234500007 and Order A7 ".repeat(LARGE / 27)));
        try (DysmsInternationalClient sms = once(cloud)) {
            SdkException failure = assertTimeoutPreemptively(
                    SOON,
                    () -> catchThrowableOfType(
                            SdkException.class,
                            () -> sms.batches().batchSendMessageToGlobe(b -> b.from("Acme"), messages)));

            assertThat(failure.getMessage()).hasSizeLessThan(SHOWN).doesNotContain("6281234500007", "Order A7");
        }
    }

    private static DysmsInternationalClient once(FakeCloud cloud) {
        return cloud.configure(DysmsInternationalClient.builder())
                .retryPolicy(RetryPolicy.none())
                .build();
    }
}

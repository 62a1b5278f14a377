package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever characters a service writes, none of them can forge a line of a log, or hide a part of one. */
@ExtendWith(FakeCloudExtension.class)
class MessagesAreOneLineTest {
    private static final List<Integer> EVIL = List.of(
            0x00, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0d, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x200b, 0x200d, 0x200e,
            0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0xd83d, 0xde00, 0xfeff, 0xe0041);

    static Stream<Arguments> replies() {
        List<Arguments> replies = new ArrayList<>();
        for (int evil : EVIL) {
            String name = String.format("U+%04X", evil);
            for (int status : List.of(200, 403, 503)) {
                for (String code : List.of("isv.X", "isv." + json(evil) + "X")) {
                    replies.add(Arguments.of(name, Reply.json(status, everywhere(code, "x" + json(evil) + "y"))));
                }
            }
            if (evil >= 0x20 && (evil < 0xd800 || evil > 0xdfff)) {
                String text = "x&#" + evil + ";y";
                replies.add(Arguments.of(
                        name,
                        Reply.xml(
                                400,
                                "<Error><Code>X." + text + "</Code><RequestId>" + text + "</RequestId><Message>" + text
                                        + "</Message></Error>")));
            }
        }
        return replies.stream();
    }

    private static String json(int character) {
        var json = new StringBuilder();
        for (char half : Character.toChars(character)) {
            json.append(String.format("\\u%04x", (int) half));
        }
        return json.toString();
    }

    private static String everywhere(String code, String text) {
        return "{\"ResponseCode\":\"" + code + "\",\"RequestId\":\"" + text + "\",\"ResponseDescription\":\"" + text
                + "\",\"AccessDeniedDetail\":{\"AuthAction\":\"" + text + "\",\"AuthPrincipalType\":\"" + text
                + "\",\"PolicyType\":\"" + text + "\",\"NoPermissionType\":\"" + text
                + "\",\"EncodedDiagnosticMessage\":\"" + text + "\"}}";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("replies")
    void everyCharacterOfTheServiceCanBeSeen(String name, Reply reply, FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenRespond(reply);
        try (DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .retryPolicy(RetryPolicy.none())
                .build()) {
            var failure = catchThrowableOfType(SdkException.class, () -> sms.sendMessageToGlobe(Clients.SEND));

            assertVisible(String.valueOf(failure.getMessage()));
            if (failure instanceof ServiceException refusal) {
                assertVisible(refusal.code());
                assertVisible(String.valueOf(refusal.requestId()));
                assertVisible(String.valueOf(refusal.serviceMessage()));
                assertVisible(String.valueOf(refusal.accessDenied()));
                assertThat(failure.getMessage()).as("shown as an escape").contains("x\\u");
            }
        }
    }

    private static void assertVisible(String text) {
        assertThat(text.codePoints()).noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        });
    }

    /** A certificate's subject, a status line, a host name: what a transport says is from outside as well. */
    private record Failing(String message) implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest call) throws HttpFailure {
            throw new HttpFailure(Delivery.UNKNOWN, message, null);
        }

        @Override
        public void close() {}
    }

    @Test
    void everyCharacterOfATransportCanBeSeen() {
        try (DysmsInternationalClient sms = DysmsInternationalClient.builder()
                .transport(new Failing("CN=a\nINFO paid\u202e"))
                .credentials(CredentialsProviders.fixed("LTAI5tExample", "notASecretAtAll"))
                .build()) {
            var failure = catchThrowableOfType(SdkException.class, () -> sms.sendMessageToGlobe(Clients.SEND));

            assertThat(failure).hasMessageContaining("CN=a\\u000aINFO paid\\u202e");
        }
    }

    @Test
    void everyCharacterOfACredentialsSourceCanBeSeen() {
        assertThat(new CredentialsException("file", "[a\r\nINFO paid]"))
                .hasMessage("no credentials; file: [a\\u000d\\u000aINFO paid]");
    }
}

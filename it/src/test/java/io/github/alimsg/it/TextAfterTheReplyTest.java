package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.GlobeMessage;
import io.github.alimsg.it.Clients.Kind;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply is one JSON document. What goes on behind it may be anybody's, and says nothing that can be relied on. */
@ExtendWith(FakeCloudExtension.class)
class TextAfterTheReplyTest {
    private static final String SUCCESS =
            "{\"Code\":\"OK\",\"ResponseCode\":\"OK\",\"RequestId\":\"R\",\"MessageId\":\"1\"}";
    private static final String THROTTLED =
            "{\"Code\":\"Throttling.User\",\"ResponseCode\":\"Throttling.User\",\"RequestId\":\"R\"}";

    static Stream<Arguments> replies() {
        List<Arguments> replies = new ArrayList<>();
        for (String document : List.of(SUCCESS, THROTTLED)) {
            for (String more :
                    List.of("x", "}", "]", "{}", " null", "\n1", ",", "\u0000", "<html>", SUCCESS, THROTTLED)) {
                replies.add(Arguments.of(document + more));
            }
        }
        return replies.stream();
    }

    @ParameterizedTest
    @MethodSource("replies")
    void replyThatGoesOnIsMalformedAndNotRepeated(String body, FakeCloud cloud) {
        for (Kind kind : Kind.values()) {
            cloud.when(kind.operation).thenReturn(body);

            var failure = catchThrowableOfType(MalformedResponseException.class, () -> kind.call(cloud, builder -> {}));

            assertThat(failure).hasMessageContaining("text follows the JSON");
            assertThat(failure.mayHaveTakenEffect()).isTrue();
            assertThat(failure.rawBody()).isEqualTo(body);
            assertThat(cloud.received(kind.operation)).hasSize(1);
        }
    }

    /** Some of these statuses have no body in HTTP; a transport may hand one over all the same. */
    private record Fixed(int status, String body, AtomicInteger calls) implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest call) {
            calls.incrementAndGet();
            return new HttpResponse(status, List.of(), body.getBytes(UTF_8));
        }

        @Override
        public void close() {}
    }

    private static DysmsInternationalClient client(Fixed transport) {
        return DysmsInternationalClient.builder()
                .transport(transport)
                .credentials(CredentialsProviders.fixed("LTAI5tExample", "notASecretAtAll"))
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 204, 205, 206, 299})
    void theSameHoldsForEveryStatusOfSuccess(int status) {
        var transport = new Fixed(status, SUCCESS + "x", new AtomicInteger());
        try (DysmsInternationalClient sms = client(transport)) {
            assertThat(catchThrowableOfType(
                            MalformedResponseException.class, () -> sms.sendMessageToGlobe(Clients.SEND)))
                    .hasMessageContaining("(HTTP " + status + ")");
        }
        assertThat(transport.calls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\r\n\t \r\n"})
    void whiteSpaceMayFollow(String space) {
        try (DysmsInternationalClient sms = client(new Fixed(200, SUCCESS + space, new AtomicInteger()))) {
            assertThat(sms.sendMessageToGlobe(Clients.SEND).messageId()).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void recipientsOfABatchAreUnknownThen(String body, FakeCloud cloud) {
        cloud.when("BatchSendMessageToGlobe").thenReturn(body);
        try (DysmsInternationalClient sms =
                cloud.configure(DysmsInternationalClient.builder()).build()) {
            BatchResult<GlobeMessage> result = sms.batches()
                    .batchSendMessageToGlobe(b -> b.from("Acme"), List.of(GlobeMessage.of("6281234567890", "Hello")));

            assertThat(result.unknown()).hasSize(1);
            assertThat(result.stoppedBy()).isInstanceOf(MalformedResponseException.class);
        }
    }
}

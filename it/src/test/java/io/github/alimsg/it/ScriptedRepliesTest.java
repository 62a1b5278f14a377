package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.retry.FailedAttempt;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One reply after the other, and what a client makes of them. */
class ScriptedRepliesTest {
    private static final String EXPIRED = "{\"Code\":\"InvalidTimeStamp.Expired\"}";

    private final Deque<HttpResponse> replies = new ArrayDeque<>();
    private final List<HttpRequest> requests = new ArrayList<>();

    private final HttpTransport transport = new HttpTransport() {
        @Override
        public HttpResponse execute(HttpRequest request) {
            requests.add(request);
            return replies.remove();
        }

        @Override
        public void close() {
            closed = true;
        }
    };

    private boolean closed;

    private final DysmsMainlandClient sms = DysmsMainlandClient.builder()
            .credentials(CredentialsProviders.fixed("key", "secret"))
            .region("cn-hangzhou")
            .transport(transport)
            .timeSource(new ManualTime(Instant.parse("2026-01-02T03:04:05Z")))
            .build();

    private void reply(int status, String body, String... headers) {
        replies.add(new HttpResponse(status, List.of(headers), body.getBytes(UTF_8)));
    }

    private int send() {
        return sms.sendSms(r -> r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1"))
                .attempts();
    }

    @Test
    void anInterimStatusIsNoReplyAndLeavesTheEffectUnknown() {
        reply(199, "{\"Code\":\"OK\"}");

        var failure = catchThrowableOfType(MalformedResponseException.class, this::send);

        assertThat(failure.mayHaveTakenEffect()).isTrue();
        assertThat(failure).hasMessageContaining("an interim status instead of a final one");
        assertThat(requests).hasSize(1);
    }

    @Test
    void theRepeatIsSignedAtTheTimeOfTheService() {
        reply(400, EXPIRED, "Date", "Fri, 02 Jan 2026 05:06:07 GMT");
        reply(200, "{\"Code\":\"OK\"}");

        assertThat(send()).isEqualTo(2);

        assertThat(requests.get(0).headers()).contains("2026-01-02T03:04:05Z");
        assertThat(requests.get(1).headers()).contains("2026-01-02T05:06:07Z");
    }

    @Test
    void withoutTheTimeOfTheServiceThereIsNoRepeat() {
        reply(400, EXPIRED);

        var failure = catchThrowableOfType(ServiceException.class, this::send);

        assertThat(failure.code()).isEqualTo("InvalidTimeStamp.Expired");
        assertThat(requests).hasSize(1);
    }

    @Test
    void aServerThatFailsHasNotRefusedWhateverItSaysOfTheClock() {
        reply(500, EXPIRED, "Date", "Fri, 02 Jan 2026 05:06:07 GMT");

        assertThat(catchThrowableOfType(ServiceException.class, this::send)).isNotNull();

        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidTimeStamp.Expired", "InvalidSecurityToken.Expired", "InvalidParameter"})
    void aServerThatFailsIsReadFromAgainWhateverTheCode(String code) {
        reply(500, "{\"Code\":\"" + code + "\"}");
        reply(200, "{\"Code\":\"OK\"}");

        int attempts = sms.querySendDetails(r -> r.phoneNumber("13900000000")
                        .sendDate(LocalDate.of(2026, 1, 1))
                        .pageSize(1)
                        .currentPage(1))
                .attempts();

        assertThat(attempts).isEqualTo(2);
    }

    @Test
    void thePolicyIsToldOfEverySuccess() {
        var told = new AtomicInteger();
        RetryPolicy policy = new RetryPolicy() {
            @Override
            public @Nullable Duration delayBefore(FailedAttempt failed) {
                return null;
            }

            @Override
            public void succeeded(@Nullable FailedAttempt last) {
                told.incrementAndGet();
            }
        };
        reply(200, "{\"Code\":\"OK\"}");

        sms.withOptions(o -> o.retryPolicy(policy))
                .sendSms(r -> r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1"));

        assertThat(told).hasValue(1);
    }

    @Test
    void whereThereAreNoCredentialsNothingWasAttempted() {
        CredentialsProvider none = () -> {
            throw new IllegalStateException();
        };

        var failure = catchThrowableOfType(
                CredentialsException.class,
                () -> sms.withOptions(o -> o.credentials(none))
                        .sendSms(r ->
                                r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1")));

        assertThat(failure.attempts()).isZero();
        assertThat(requests).isEmpty();
    }

    @Test
    void aTransportOfTheApplicationsOwnStaysOpen() {
        sms.close();

        assertThat(closed).isFalse();
    }
}

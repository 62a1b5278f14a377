package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.testing.Reply;
import io.github.alimsg.testing.Stub;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a key for each way in which a call can end. */
class FailureTableTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    private static Arguments row(
            String what, KeyState state, Class<? extends RuntimeException> failure, Consumer<Stub> replies) {
        return Arguments.of(what, state, failure, replies);
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                row(
                        "template not found",
                        KeyState.REFUSED,
                        ServiceException.class,
                        stub -> stub.thenBusinessFailure("isv.SMS_TEMPLATE_ILLEGAL", "")),
                row(
                        "not a number",
                        KeyState.REFUSED,
                        ServiceException.class,
                        stub -> stub.thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "")),
                row(
                        "missing parameter",
                        KeyState.REFUSED,
                        ServiceException.class,
                        stub -> stub.thenFail(400, "MissingParameter", "")),
                row(
                        "no balance",
                        KeyState.NOT_SENT,
                        ServiceException.class,
                        stub -> stub.thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "")),
                row("no permission", KeyState.NOT_SENT, ServiceException.class, stub -> stub.thenDeny("dysms:SendSms")),
                row(
                        "quota",
                        KeyState.NOT_SENT,
                        QuotaException.class,
                        stub -> stub.thenBusinessFailure("isv.DAY_LIMIT_CONTROL", "")),
                row(
                        "throttled",
                        KeyState.NOT_SENT,
                        ThrottledException.class,
                        stub -> stub.thenThrottle().thenThrottle().thenThrottle()),
                row("lost reply", KeyState.UNKNOWN, TransportException.class, Stub::thenCutAfterRequest),
                row("cut reply", KeyState.UNKNOWN, TransportException.class, Stub::thenCutInAnswer),
                row(
                        "server fault",
                        KeyState.UNKNOWN,
                        ServiceException.class,
                        stub -> stub.thenFail(500, "InternalError", "")),
                row("gateway failure", KeyState.UNKNOWN, ServiceException.class, stub -> stub.thenGatewayFailure(502)),
                row(
                        "unknown code",
                        KeyState.UNKNOWN,
                        ServiceException.class,
                        stub -> stub.thenBusinessFailure("isv.NEW_IN_2027", "")),
                row(
                        "no JSON",
                        KeyState.UNKNOWN,
                        MalformedResponseException.class,
                        stub -> stub.thenRespond(Reply.html(200, "<html>"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("replies")
    void aFailureIsTheOutcomeOfItsKey(
            String what, KeyState state, Class<? extends RuntimeException> failure, Consumer<Stub> replies) {
        replies.accept(shop.cloud.when(Shop.OPERATION));

        Sent<SendSmsResponse> sent = shop.send();

        assertThat(sent.state()).isEqualTo(state);
        assertThat(sent.failure()).isInstanceOf(failure);
        assertThat(sent.isEarlier()).isFalse();
        assertThat(sent.response()).isNull();
        assertThat(shop.record().state()).isEqualTo(state);
        assertThat(shop.record().code()).isEqualTo(sent.code()).isNotEmpty();
        if (sent.failure() instanceof ServiceException refusal) {
            assertThat(sent.code()).isEqualTo(refusal.code());
            assertThat(shop.record().requestId()).isEqualTo(refusal.requestId());
        }
        int before = shop.cloud.receivedCount();
        shop.cloud.when(Shop.OPERATION).thenSucceed();
        shop.time.advance(Duration.ofDays(60));

        Sent<SendSmsResponse> again = shop.send();

        boolean mayGoAgain = state == KeyState.NOT_SENT;
        assertThat(again.isEarlier()).isEqualTo(!mayGoAgain);
        assertThat(again.state()).isEqualTo(mayGoAgain ? KeyState.ACCEPTED : state);
        assertThat(shop.cloud.receivedCount()).isEqualTo(before + (mayGoAgain ? 1 : 0));
    }

    /** Fails before it sends, and then works. */
    private void assertNotSent(Class<? extends RuntimeException> failure, Consumer<DysmsMainlandClient.Builder> how) {
        try (DysmsMainlandClient sms = shop.client(how)) {
            Sent<SendSmsResponse> sent = shop.send(shop.once, sms);

            assertThat(sent.failure()).isInstanceOf(failure);
            assertThat(sent.state()).isEqualTo(KeyState.NOT_SENT);
        }
        assertThat(shop.record().state()).isEqualTo(KeyState.NOT_SENT);
        assertThat(shop.cloud.receivedCount()).isZero();
        assertThat(shop.send().isAccepted()).isTrue();
        assertThat(shop.record().attempts()).isEqualTo(2);
    }

    @Test
    void whatTheGuardRefusesIsNotSent() {
        assertNotSent(GuardedException.class, builder -> builder.guard(message -> Verdict.refuse("at night")));
    }

    @Test
    void withoutCredentialsNothingIsSent() {
        assertNotSent(
                CredentialsException.class,
                builder -> builder.credentials(() -> {
                    throw new IllegalStateException("no vault");
                }));
    }

    @Test
    void withoutATurnNothingIsSent() {
        assertNotSent(TransportException.class, builder -> builder.rateLimiter((operation, permits, longest) -> null));
    }

    @Test
    void withoutAConnectionNothingIsSent() {
        assertNotSent(
                TransportException.class,
                builder -> builder.endpoint(URI.create("http://127.0.0.1:1")).retryPolicy(RetryPolicy.none()));
    }

    @Test
    void aQuotaSaysFromWhenTheKeyMayBeSentAgain() {
        shop.cloud
                .when(Shop.OPERATION)
                .thenBusinessFailure("isv.DAY_LIMIT_CONTROL", "")
                .thenSucceed();

        Sent<SendSmsResponse> sent = shop.send();

        Instant notBefore = ((QuotaException) sent.failure()).retryNotBefore();
        assertThat(notBefore).isAfter(shop.time.instant());
        assertThat(shop.record().notBefore()).isEqualTo(notBefore);
        shop.time.set(notBefore.minusMillis(1));
        assertThat(shop.once.due(9)).isEmpty();
        assertThat(shop.send().state()).isEqualTo(KeyState.NOT_SENT);
        assertThat(shop.cloud.receivedCount()).isEqualTo(1);
        shop.time.set(notBefore);
        assertThat(shop.once.due(9)).hasSize(1);
        assertThat(shop.send().isAccepted()).isTrue();
    }

    @Test
    void aClosedClientLeavesTheKeyAsItWas() {
        DysmsMainlandClient closed = shop.client(builder -> {});
        closed.close();

        assertThatThrownBy(() -> shop.send(shop.once, closed)).isInstanceOf(IllegalStateException.class);

        assertThat(shop.store.find(Shop.KEY)).isEmpty();
        assertThat(shop.send().isAccepted()).isTrue();
    }

    @Test
    void anInterruptBeforeTheSendSendsNothing() {
        Thread.currentThread().interrupt();

        Sent<SendSmsResponse> sent = shop.send();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent.failure()).isInstanceOf(CallInterruptedException.class);
        assertThat(sent.state()).isEqualTo(KeyState.NOT_SENT);
        assertThat(shop.record().state()).isEqualTo(KeyState.NOT_SENT);
        assertThat(shop.cloud.receivedCount()).isZero();
        assertThat(shop.send().isAccepted()).isTrue();
    }

    @Test
    void anInterruptAfterTheSendLeavesTheKeyUnknown() {
        Thread caller = Thread.currentThread();
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            caller.interrupt();
            while (caller.isInterrupted() && caller.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            return Reply.empty(502);
        });

        Sent<SendSmsResponse> sent = shop.send();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent.state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(shop.record().state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(shop.send().isEarlier()).isTrue();
    }

    /** After the mark, nobody knows what a failure without a meaning means. */
    @Test
    void whatNobodyForesawLeavesTheKeyUnknown() {
        for (Throwable thrown : List.of(new IllegalStateException("bug"), new StackOverflowError())) {
            try (Shop own = new Shop();
                    DysmsMainlandClient sms = own.client(builder -> builder.transport(new Broken(thrown)))) {
                assertThat(own.send(own.once, sms).failure()).hasRootCause(thrown);

                assertThat(own.record().state()).isEqualTo(KeyState.UNKNOWN);
                assertThat(own.send().isEarlier()).isTrue();
                assertThat(own.cloud.receivedCount()).isZero();
            }
        }
    }

    private record Broken(Throwable thrown) implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest request) {
            assertThat(request.mayLeave()).isTrue();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }

        @Override
        public void close() {}
    }

    /** Before the mark, an error is as harmless as any other failure. */
    @Test
    void whatNobodyForesawBeforeTheMarkIsNotSent() {
        var error = new NoClassDefFoundError("vault");
        try (DysmsMainlandClient sms = shop.client(builder -> builder.credentials(() -> {
            throw error;
        }))) {
            assertThat(shop.send(shop.once, sms).failure()).isInstanceOf(CredentialsException.class);
        }
        assertThat(shop.record().state()).isEqualTo(KeyState.NOT_SENT);
        assertThat(shop.send().isAccepted()).isTrue();
    }

    /** The service said yes, whatever the application's own code makes of it. */
    @Test
    void anInterceptorThatThrowsAfterwardsChangesNoOutcome() {
        var own = new IllegalStateException("own");
        try (DysmsMainlandClient sms = shop.client(builder -> builder.addInterceptor(call -> {
            call.proceed();
            throw own;
        }))) {
            assertThatThrownBy(() -> shop.send(shop.once, sms)).isSameAs(own);
        }
        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(shop.send().isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aResponseThatNoCallMadeIsNotAnOutcome() {
        SendSmsResponse other = shop.sms.sendSms(Shop.REQUEST);
        try (DysmsMainlandClient sms = shop.client(builder -> builder.addInterceptor(call -> other))) {
            assertThatThrownBy(() -> shop.send(shop.once, sms)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(shop.store.find(Shop.KEY)).isEmpty();
    }

    /** What was refused for its credentials is signed again, with others. */
    @Test
    void anExpiredKeyIsRenewedUnderTheSameClaim() {
        Credentials old = shop.cloud.acceptTemporary(Duration.ofHours(1));
        shop.cloud.expire(old.accessKeyId());
        var current = new Credentials[] {old};
        try (DysmsMainlandClient sms = shop.client(builder -> builder.credentials(() -> {
            Credentials given = current[0];
            current[0] = shop.cloud.credentials();
            return given;
        }))) {
            assertThat(shop.send(shop.once, sms).response().attempts()).isEqualTo(2);
        }
        assertThat(shop.record().attempts()).isEqualTo(1);
        assertThat(shop.ledger()).hasSize(1);
    }
}

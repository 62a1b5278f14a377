package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.http.ResponseTooLargeException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.okhttp.OkHttpTransport;
import io.github.alimsg.core.retry.FailedAttempt;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.it.Clients.Kind;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application's own code throws never hides a message that went out. */
@ExtendWith(FakeCloudExtension.class)
class ForeignFailuresTest {
    /** What code can throw without saying so. */
    enum Thrown {
        UNCHECKED {
            @Override
            Throwable make() {
                return new IllegalStateException("the application's own");
            }
        },
        ERROR {
            @Override
            Throwable make() {
                return new AssertionError("the application's own");
            }
        },
        LINKAGE {
            @Override
            Throwable make() {
                return new NoSuchMethodError("the application's own");
            }
        },
        VIRTUAL_MACHINE {
            @Override
            Throwable make() {
                return new InternalError("the application's own");
            }
        },
        UNDECLARED {
            @Override
            Throwable make() {
                return new Exception("the application's own");
            }
        };

        abstract Throwable make();

        /** Returns nothing; typed so that it can be thrown. */
        RuntimeException now() {
            return sneaky(make());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Consumer<ClientBuilder<?>> with(Consumer<ClientBuilder<?>> change) {
        return change.andThen(builder -> builder.timeSource(new ManualTime(Instant.now())));
    }

    private static CallListener throwing(Thrown thrown, AtomicInteger count) {
        return new CallListener() {
            @Override
            public void started(CallInfo call) {
                count.incrementAndGet();
                throw thrown.now();
            }

            @Override
            public void attemptFailed(CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
                count.incrementAndGet();
                throw thrown.now();
            }

            @Override
            public void finished(
                    CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
                count.incrementAndGet();
                throw thrown.now();
            }
        };
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aListenerChangesNothing(Thrown thrown, FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenThrottle().thenSucceed().thenCutAfterRequest();
        var told = new AtomicInteger();
        var settings = with(builder -> builder.addListener(throwing(thrown, told)));

        assertThat(Kind.SEND.call(cloud, settings).attempts()).isEqualTo(2);
        var failure = catchThrowableOfType(TransportException.class, () -> Kind.SEND.call(cloud, settings));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(told).hasValue(6);
        assertThat(cloud.received()).hasSize(3);
    }

    @Test
    void anInterruptInsideOfAListenerStaysSetAndChangesNothing(FakeCloud cloud) {
        var settings = with(builder -> builder.addListener(new CallListener() {
            @Override
            public void finished(
                    CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
                throw ForeignFailuresTest.<RuntimeException>sneaky(new InterruptedException());
            }
        }));

        var response = Kind.SEND.call(cloud, settings);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(response.attempts()).isEqualTo(1);
    }

    /** Of an application's OkHttp client, at every stage of an exchange. */
    @ParameterizedTest
    @EnumSource(Thrown.class)
    void anEventListenerChangesNothing(Thrown thrown, FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenSucceed().thenCutAfterRequest();
        var told = new AtomicInteger();
        var listener = new EventListener() {
            private void fail() {
                told.incrementAndGet();
                throw thrown.now();
            }

            @Override
            public void callStart(Call call) {
                fail();
            }

            @Override
            public void requestHeadersEnd(Call call, Request request) {
                fail();
            }

            @Override
            public void requestBodyEnd(Call call, long bytes) {
                fail();
            }

            @Override
            public void responseHeadersEnd(Call call, Response response) {
                fail();
            }

            @Override
            public void responseBodyEnd(Call call, long bytes) {
                fail();
            }

            @Override
            public void callEnd(Call call) {
                fail();
            }

            @Override
            public void callFailed(Call call, java.io.IOException failure) {
                fail();
            }
        };
        var http = new OkHttpClient.Builder().eventListener(listener).build();
        var settings = with(builder -> builder.httpClient(http));

        assertThat(Kind.SEND.call(cloud, settings).attempts()).isEqualTo(1);
        assertThat(told).hasValue(6);
        var failure = catchThrowableOfType(TransportException.class, () -> Kind.SEND.call(cloud, settings));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.getCause()).hasNoSuppressedExceptions();
        assertThat(cloud.received()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aFactoryOfEventListenersChangesNothing(Thrown thrown, FakeCloud cloud) {
        var http = new OkHttpClient.Builder()
                .eventListenerFactory(call -> {
                    throw thrown.now();
                })
                .build();

        assertThat(Kind.SEND
                        .call(cloud, with(builder -> builder.httpClient(http)))
                        .attempts())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aPolicyThatFailsRepeatsNothingAndHidesNothing(Thrown thrown, FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenThrottle().thenSucceed();
        var settings = with(builder -> builder.retryPolicy(new RetryPolicy() {
            @Override
            public Duration delayBefore(FailedAttempt failed) {
                throw thrown.now();
            }

            @Override
            public void succeeded(@Nullable FailedAttempt last) {
                throw thrown.now();
            }
        }));

        var failure = catchThrowableOfType(ThrottledException.class, () -> Kind.SEND.call(cloud, settings));

        assertThat(failure.getSuppressed())
                .hasExactlyElementsOfTypes(thrown.make().getClass());
        assertThat(failure.mayHaveTakenEffect()).isFalse();
        assertThat(Kind.SEND.call(cloud, settings).attempts()).isEqualTo(1);
        assertThat(cloud.received()).hasSize(2);
    }

    @Test
    void anInterruptInsideOfAPolicyStaysSetAndChangesNothing(FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenThrottle().thenSucceed();
        var settings = with(builder -> builder.retryPolicy(new RetryPolicy() {
            @Override
            public Duration delayBefore(FailedAttempt failed) {
                throw ForeignFailuresTest.<RuntimeException>sneaky(new InterruptedException());
            }

            @Override
            public void succeeded(@Nullable FailedAttempt last) {
                throw ForeignFailuresTest.<RuntimeException>sneaky(new InterruptedException());
            }
        }));

        var failure = catchThrowableOfType(ThrottledException.class, () -> Kind.SEND.call(cloud, settings));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.attempts()).isEqualTo(1);

        assertThat(Kind.SEND.call(cloud, settings).attempts()).isEqualTo(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aPolicyMayThrowTheFailureItself(FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenThrottle();

        var failure = catchThrowableOfType(
                ThrottledException.class,
                () -> Kind.SEND.call(
                        cloud,
                        with(builder -> builder.retryPolicy(failed -> {
                            throw failed.failure();
                        }))));

        assertThat(failure).hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aLimiterThatFailsSendsNothing(Thrown thrown, FakeCloud cloud) {
        var failure = catchThrowableOfType(
                TransportException.class,
                () -> Kind.SEND.call(
                        cloud,
                        with(builder -> builder.rateLimiter((operation, permits, longest) -> {
                            throw thrown.now();
                        }))));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure).hasCauseInstanceOf(thrown.make().getClass());
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void anInterruptInsideOfALimiterIsAnInterrupt(FakeCloud cloud) {
        var failure = catchThrowableOfType(
                CallInterruptedException.class,
                () -> Kind.SEND.call(
                        cloud,
                        with(builder -> builder.rateLimiter((operation, permits, longest) -> {
                            throw ForeignFailuresTest.<RuntimeException>sneaky(new InterruptedException());
                        }))));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cloud.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aProviderThatFailsIsACredentialsException(Thrown thrown, FakeCloud cloud) {
        var failure = catchThrowableOfType(
                CredentialsException.class,
                () -> Kind.SEND.call(
                        cloud,
                        with(builder -> builder.credentials(() -> {
                            throw thrown.now();
                        }))));

        assertThat(failure.operation()).isEqualTo("SendMessageToGlobe");
        assertThat(failure).hasCauseInstanceOf(thrown.make().getClass());
        assertThat(failure).hasMessageContaining(thrown.make().getClass().getName());
    }

    @Test
    void anInterruptInsideOfAProviderIsAnInterrupt(FakeCloud cloud) {
        var failure = catchThrowableOfType(
                CallInterruptedException.class,
                () -> Kind.SEND.call(
                        cloud,
                        with(builder -> builder.credentials(() -> {
                            throw ForeignFailuresTest.<RuntimeException>sneaky(new InterruptedException());
                        }))));

        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aProviderThatCannotRenewLeavesTheRefusal(Thrown thrown, FakeCloud cloud) {
        Credentials mine = cloud.acceptTemporary(Duration.ofHours(1));
        cloud.expire(mine.accessKeyId());

        var failure = catchThrowable(() -> Kind.SEND.call(
                cloud,
                with(builder -> builder.credentials(new CredentialsProvider() {
                    @Override
                    public Credentials credentials() {
                        return mine;
                    }

                    @Override
                    public void invalidate() {
                        throw thrown.now();
                    }
                }))));

        assertThat(failure).isInstanceOf(ServiceException.class);
        assertThat(cloud.attempts()).hasSize(1);
    }

    @Test
    void anInterruptInsideOfAProviderThatRenewsStaysSetAndLeavesTheRefusal(FakeCloud cloud) {
        Credentials mine = cloud.acceptTemporary(Duration.ofHours(1));
        cloud.expire(mine.accessKeyId());

        var failure = catchThrowableOfType(
                ServiceException.class,
                () -> Kind.SEND.call(
                        cloud,
                        with(builder -> builder.credentials(new CredentialsProvider() {
                            @Override
                            public Credentials credentials() {
                                return mine;
                            }

                            @Override
                            public void invalidate() {
                                throw ForeignFailuresTest.<RuntimeException>sneaky(new InterruptedException());
                            }
                        }))));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aTransportThatFailsAfterSendingIsUnknown(Thrown thrown, FakeCloud cloud) {
        try (var transport = new AfterSending(thrown)) {
            var failure = catchThrowableOfType(
                    TransportException.class,
                    () -> Kind.SEND.call(cloud, with(builder -> builder.transport(transport))));

            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(failure.getCause()).hasCauseInstanceOf(thrown.make().getClass());
        }
        assertThat(cloud.received()).hasSize(1);
    }

    /** Sends, then fails in a way of its own. */
    private record AfterSending(Thrown thrown, HttpTransport inner) implements HttpTransport {
        AfterSending(Thrown thrown) {
            this(thrown, OkHttpTransport.create());
        }

        @Override
        public HttpResponse execute(HttpRequest call)
                throws HttpFailure, ResponseTooLargeException, InterruptedException {
            inner.execute(call);
            throw thrown.now();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    /** Its code has the last word, so it is heard; the message is out all the same. */
    @ParameterizedTest
    @EnumSource(Thrown.class)
    void anInterceptorsOwnFailureIsTheCallers(Thrown thrown, FakeCloud cloud) {
        Throwable failure = catchThrowable(() ->
                Kind.SEND.call(cloud, with(builder -> builder.addInterceptor(afterProceeding(thrown, 1)))));

        assertThat(failure).isInstanceOf(thrown.make().getClass());
        assertThat(cloud.received()).hasSize(1);
    }

    private static Interceptor afterProceeding(Thrown thrown, int call) {
        var calls = new AtomicInteger();
        return proceeding -> {
            CallResult result = proceeding.proceed();
            if (calls.incrementAndGet() == call) {
                throw thrown.now();
            }
            return result;
        };
    }

    private static Interceptor beforeProceeding(Thrown thrown, int call) {
        var calls = new AtomicInteger();
        return proceeding -> {
            if (calls.incrementAndGet() == call) {
                throw thrown.now();
            }
            return proceeding.proceed();
        };
    }

    private static final List<SmsRecipient> RECIPIENTS = IntStream.range(0, 250)
            .mapToObj(i -> SmsRecipient.of("+86 " + (13900000000L + i), "Acme", Map.of("order", "A" + i)))
            .toList();

    /** Three parts of 100, 100 and 50. */
    private static BatchResult<SmsRecipient> batch(FakeCloud cloud, Consumer<ClientBuilder<?>> settings) {
        cloud.withProduct(DysmsMainlandClient.PRODUCT);
        DysmsMainlandClient.Builder builder = cloud.configure(DysmsMainlandClient.builder());
        with(settings).accept(builder);
        try (DysmsMainlandClient sms = builder.build()) {
            return sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456"), RECIPIENTS);
        }
    }

    private static void succeed(FakeCloud cloud) {
        cloud.when("SendBatchSms").thenReturn("{\"Code\":\"OK\",\"BizId\":\"1\",\"RequestId\":\"R\"}");
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aBatchKeepsItsAccountWhenAnInterceptorFailsAfterAPart(Thrown thrown, FakeCloud cloud) {
        for (int part = 1; part <= 2; part++) {
            cloud.reset();
            succeed(cloud);
            Interceptor failing = afterProceeding(thrown, part);

            BatchResult<SmsRecipient> result = batch(cloud, builder -> builder.addInterceptor(failing));

            assertThat(cloud.received("SendBatchSms")).hasSize(part);
            assertThat(result.accepted()).isEqualTo(RECIPIENTS.subList(0, part * 100));
            assertThat(result.notSent()).isEqualTo(RECIPIENTS.subList(part * 100, 250));
            assertThat(ownOf(result.stoppedBy())).isInstanceOf(thrown.make().getClass());
        }
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aBatchKeepsItsAccountWhenAnInterceptorFailsBeforeAPart(Thrown thrown, FakeCloud cloud) {
        succeed(cloud);
        Interceptor failing = beforeProceeding(thrown, 2);

        BatchResult<SmsRecipient> result = batch(cloud, builder -> builder.addInterceptor(failing));

        assertThat(cloud.received("SendBatchSms")).hasSize(1);
        assertThat(result.accepted()).isEqualTo(RECIPIENTS.subList(0, 100));
        assertThat(result.notSent()).isEqualTo(RECIPIENTS.subList(100, 250));
        assertThat(ownOf(result.stoppedBy())).isInstanceOf(thrown.make().getClass());
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aBatchThatSentNothingThrowsWhatTheInterceptorThrew(Thrown thrown, FakeCloud cloud) {
        Throwable failure =
                catchThrowable(() -> batch(cloud, builder -> builder.addInterceptor(beforeProceeding(thrown, 1))));

        assertThat(failure).isInstanceOf(thrown.make().getClass());
        assertThat(cloud.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aBatchDoesNotBelieveAnInterceptorThatSpeaksOfAnotherCall(Thrown thrown, FakeCloud cloud) {
        succeed(cloud);
        Interceptor failing = call -> {
            call.proceed();
            throw new TransportException("Audit", 1, Delivery.NOT_SENT, "the log is down", thrown.make());
        };

        BatchResult<SmsRecipient> result = batch(cloud, builder -> builder.addInterceptor(failing));

        assertThat(result.accepted()).isEqualTo(RECIPIENTS.subList(0, 100));
        assertThat(result.notSent()).isEqualTo(RECIPIENTS.subList(100, 250));
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aBatchIsNotChangedByListenersAndPolicies(Thrown thrown, FakeCloud cloud) {
        succeed(cloud);

        BatchResult<SmsRecipient> result = batch(
                cloud,
                builder -> builder.addListener(throwing(thrown, new AtomicInteger()))
                        .retryPolicy(new RetryPolicy() {
                            @Override
                            public Duration delayBefore(FailedAttempt failed) {
                                throw thrown.now();
                            }

                            @Override
                            public void succeeded(@Nullable FailedAttempt last) {
                                throw thrown.now();
                            }
                        }));

        assertThat(result.allAccepted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void aBatchWhoseTransportFailsStopsAsUnknown(Thrown thrown, FakeCloud cloud) {
        succeed(cloud);
        try (var transport = new AfterSending(thrown)) {
            BatchResult<SmsRecipient> result = batch(cloud, builder -> builder.transport(transport));

            assertThat(result.unknown()).isEqualTo(RECIPIENTS.subList(0, 100));
            assertThat(result.notSent()).isEqualTo(RECIPIENTS.subList(100, 250));
            assertThat(result.stoppedBy()).isInstanceOf(TransportException.class);
        }
    }

    private static @Nullable Throwable ownOf(@Nullable RuntimeException stoppedBy) {
        return stoppedBy instanceof TransportException wrapped ? wrapped.getCause() : stoppedBy;
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void anUploadIsNotChangedByItsPolicy(Thrown thrown, FakeCloud cloud) {
        var settings = with(builder -> builder.retryPolicy(new RetryPolicy() {
            @Override
            public @Nullable Duration delayBefore(FailedAttempt failed) {
                throw thrown.now();
            }

            @Override
            public void succeeded(@Nullable FailedAttempt last) {
                throw thrown.now();
            }
        }));
        cloud.objects().thenSucceed().thenCutAfterUpload();
        var builder = cloud.configure(io.github.alimsg.cams.CamsClient.builder());
        settings.accept(builder);
        try (var cams = builder.build()) {
            FileUpload file = FileUpload.of(new byte[10], "terms.pdf");

            assertThat(cams.uploads().upload("cams-1", file).attempts()).isEqualTo(1);
            var failure = catchThrowableOfType(
                    TransportException.class, () -> cams.uploads().upload("cams-1", file));

            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(failure.getSuppressed())
                    .hasExactlyElementsOfTypes(thrown.make().getClass());
        }
        assertThat(cloud.objects().requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void anUploadsListenerCanGiveUp(Thrown thrown, FakeCloud cloud) {
        try (var cams = cloud.configure(io.github.alimsg.cams.CamsClient.builder())
                .timeSource(new ManualTime(Instant.now()))
                .build()) {
            FileUpload file = FileUpload.of(new byte[10], "terms.pdf").onProgress((sent, total) -> {
                throw thrown.now();
            });

            Throwable failure = catchThrowable(() -> cams.uploads().upload("cams-1", file));

            Throwable own =
                    failure instanceof java.lang.reflect.UndeclaredThrowableException ? failure.getCause() : failure;
            assertThat(own).isInstanceOf(thrown.make().getClass());
        }
        assertThat(cloud.objects().stored()).isEmpty();
    }
}

package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.upload.FileUpload;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.Reply;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Closing with time to spare: what is under way gets it, and what is cut off is told, with what is known of it. */
@ExtendWith(FakeCloudExtension.class)
@Timeout(60)
class ClosingTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void endCallers() {
        goOn.countDown();
        callers.shutdownNow();
    }

    private DysmsInternationalClient client(FakeCloud cloud) {
        return cloud.configure(DysmsInternationalClient.builder())
                .timeout(LONG)
                .readTimeout(LONG)
                .build();
    }

    /** Answers when it is told to. */
    private void answerSlowly(FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenAnswer(call -> {
            arrived.countDown();
            await(goOn);
            return Reply.json("{\"ResponseCode\":\"OK\",\"MessageId\":\"1\",\"RequestId\":\"R\"}");
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes on a thread of its own, and returns when nothing new is let in any more. */
    private Future<?> closeMeanwhile(DysmsInternationalClient sms, Duration longest) {
        Future<?> closing = callers.submit(() -> sms.close(longest));
        while (true) { // nothing tells that closing has begun, but that it refuses
            try {
                sms.async(c -> null).join();
            } catch (IllegalStateException e) {
                return closing;
            }
        }
    }

    private static CallInterruptedException interruption(Future<?> future) {
        var failure = catchThrowableOfType(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
        assertThat(failure).hasCauseInstanceOf(CallInterruptedException.class);
        return (CallInterruptedException) failure.getCause();
    }

    @Test
    void callsUnderWayAreWaitedForAndNewOnesRefused(FakeCloud cloud) throws Exception {
        answerSlowly(cloud);
        DysmsInternationalClient sms = client(cloud);
        CompletableFuture<? extends SdkResponse> async = sms.async(c -> c.sendMessageToGlobe(Clients.SEND));
        Future<? extends SdkResponse> blocking = callers.submit(() -> sms.sendMessageToGlobe(Clients.SEND));
        cloud.awaitReceived(2, LONG);

        Future<?> closing = closeMeanwhile(sms.withOptions(o -> o.pacing(true)), LONG);

        assertThatIllegalStateException().isThrownBy(() -> sms.sendMessageToGlobe(Clients.SEND));
        assertThat(closing).isNotDone();
        goOn.countDown();
        closing.get(30, TimeUnit.SECONDS);
        assertThat(async.getNow(null)).isNotNull();
        assertThat(blocking.get(30, TimeUnit.SECONDS).requestId()).isEqualTo("R");
        assertThat(cloud.received()).hasSize(2);
    }

    @Test
    void whatIsCutOffIsToldToListenersAndFutures(FakeCloud cloud) throws Exception {
        cloud.when("SendMessageToGlobe").thenStall();
        var told = new LinkedBlockingQueue<SdkException>();
        DysmsInternationalClient sms = client(cloud)
                .withOptions(o -> o.addListener(new CallListener() {
                    @Override
                    public void finished(
                            CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
                        told.add(failure);
                    }
                }));
        CompletableFuture<?> async = sms.async(c -> c.sendMessageToGlobe(Clients.SEND));
        var flag = new AtomicReference<Boolean>();
        Future<?> blocking = callers.submit(() -> {
            try {
                return sms.sendMessageToGlobe(Clients.SEND);
            } finally {
                flag.set(Thread.interrupted());
            }
        });
        cloud.awaitReceived(2, LONG);

        sms.close(Duration.ofMillis(50));

        assertThat(async).isDone();
        assertThat(interruption(async).delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(interruption(blocking).delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(flag).hasValue(true);
        assertThat(told).hasSize(2).allMatch(CallInterruptedException.class::isInstance);
        assertThat(cloud.received()).hasSize(2);
    }

    @Test
    void callsThatWaitForTheirTurnAreCutOffNotSent(FakeCloud cloud) throws Exception {
        var waiting = new CountDownLatch(2);
        DysmsInternationalClient sms = client(cloud)
                .withOptions(o -> o.rateLimiter((operation, permits, longest) -> {
                    waiting.countDown();
                    return Duration.ofSeconds(30);
                }));
        CompletableFuture<?> async = sms.async(c -> c.sendMessageToGlobe(Clients.SEND));
        Future<?> blocking = callers.submit(() -> sms.sendMessageToGlobe(Clients.SEND));
        waiting.await();

        sms.close(Duration.ZERO);

        assertThat(interruption(async).delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(interruption(blocking).delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void workThatWasAcceptedIsMadeAndItsCallsAreLetThrough(FakeCloud cloud) throws Exception {
        answerSlowly(cloud);
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            DysmsInternationalClient sms = client(cloud).withOptions(o -> o.executor(one));
            List<CompletableFuture<?>> futures = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                futures.add(sms.async(c -> {
                    c.sendMessageToGlobe(Clients.SEND);
                    return sms.async(d -> d.sendMessageToGlobe(Clients.SEND));
                }));
            }
            arrived.await();
            Future<?> closing = callers.submit(() -> sms.close(LONG));
            goOn.countDown();
            closing.get(30, TimeUnit.SECONDS);

            assertThat(futures)
                    .allMatch(CompletableFuture::isDone)
                    .noneMatch(CompletableFuture::isCompletedExceptionally);
            assertThat(cloud.received()).hasSize(10);
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void workThatNeverBeganIsNotSent(FakeCloud cloud) {
        Deque<Runnable> queue = new ArrayDeque<>();
        DysmsInternationalClient sms = client(cloud).withOptions(o -> o.executor(queue::add));
        CompletableFuture<?> future = sms.async(c -> c.sendMessageToGlobe(Clients.SEND));

        sms.close(Duration.ZERO);

        assertThat(interruption(future).delivery()).isEqualTo(Delivery.NOT_SENT);
        queue.forEach(Runnable::run);
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void afterClosingWithoutTimeWorkUnderWayMayNotCall(FakeCloud cloud) throws Exception {
        DysmsInternationalClient sms = client(cloud);
        CompletableFuture<?> future = sms.async(c -> {
            arrived.countDown();
            await(goOn);
            return c.sendMessageToGlobe(Clients.SEND);
        });
        arrived.await();

        sms.close();
        goOn.countDown();

        var failure = catchThrowableOfType(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
        assertThat(failure).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void anInterruptWhileWorkIsCutOffStays(FakeCloud cloud) {
        DysmsInternationalClient sms = client(cloud).withOptions(o -> o.executor(task -> {}));
        sms.async(c -> c.sendMessageToGlobe(Clients.SEND))
                .whenComplete((response, failure) -> Thread.currentThread().interrupt());

        sms.close(Duration.ZERO);

        assertThat(Thread.interrupted()).isTrue();
    }

    /** A transport of the application's is not closed with the client. */
    @Test
    void workThatIsCutOffIsKeptFromTheApplicationsTransport(FakeCloud cloud) throws Exception {
        var transport = new Answering();
        DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .transport(transport)
                .credentials(() -> {
                    arrived.countDown();
                    await(goOn);
                    Thread.interrupted(); // as bad code does
                    return cloud.credentials();
                })
                .build();
        Future<?> blocking = callers.submit(() -> sms.sendMessageToGlobe(Clients.SEND));
        arrived.await();

        sms.close(Duration.ZERO);

        assertThat(interruption(blocking).delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(transport.requests).hasValue(0);
    }

    private static final class Answering implements HttpTransport {
        private final AtomicInteger requests = new AtomicInteger();

        @Override
        public HttpResponse execute(HttpRequest request) {
            requests.incrementAndGet();
            return new HttpResponse(200, List.of(), "{\"ResponseCode\":\"OK\"}".getBytes(UTF_8));
        }

        @Override
        public void close() {}
    }

    /** It hangs in code of the application that swallows interrupts. */
    @Test
    void workThatHeedsNoInterruptIsGivenUpAndSendsNothingAfterwards(FakeCloud cloud) throws Exception {
        var hanging = new CountDownLatch(1);
        DysmsInternationalClient sms = client(cloud)
                .withOptions(o -> o.credentials(() -> {
                    hanging.countDown();
                    for (boolean done = false; !done; ) {
                        try {
                            goOn.await();
                            done = true;
                        } catch (InterruptedException e) {
                            // as bad code does
                        }
                    }
                    return cloud.credentials();
                }));
        CompletableFuture<?> async = sms.async(c -> c.sendMessageToGlobe(Clients.SEND));
        hanging.await();
        Future<?> blocking =
                callers.submit(() -> sms.withOptions(o -> o.timeout(LONG)).sendMessageToGlobe(Clients.SEND));

        sms.close(Duration.ZERO);

        assertThat(interruption(async).delivery()).isEqualTo(Delivery.UNKNOWN);
        goOn.countDown();
        catchThrowableOfType(ExecutionException.class, blocking::get);
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void aBatchThatIsCutOffHasItsAccount(FakeCloud cloud) throws Exception {
        cloud.withProduct(DysmsMainlandClient.PRODUCT);
        cloud.when("SendBatchSms")
                .thenReturn("{\"Code\":\"OK\",\"BizId\":\"1\",\"RequestId\":\"R\"}")
                .thenStall();
        DysmsMainlandClient sms = cloud.configure(DysmsMainlandClient.builder())
                .timeout(LONG)
                .readTimeout(LONG)
                .build();
        List<SmsRecipient> recipients = IntStream.range(0, 250)
                .mapToObj(i -> SmsRecipient.of("+86 " + (13900000000L + i), "Acme", Map.of("order", "A" + i)))
                .toList();
        Future<BatchResult<SmsRecipient>> batch =
                callers.submit(() -> sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456"), recipients));
        cloud.awaitReceived(2, LONG);

        sms.close(Duration.ofMillis(20));

        BatchResult<SmsRecipient> result = batch.get(30, TimeUnit.SECONDS);
        assertThat(result.accepted()).isEqualTo(recipients.subList(0, 100));
        assertThat(result.unknown()).isEqualTo(recipients.subList(100, 200));
        assertThat(result.notSent()).isEqualTo(recipients.subList(200, 250));
        assertThat(result.stoppedBy()).isInstanceOf(CallInterruptedException.class);
    }

    @Test
    void aBatchUnderWayIsLetThroughToItsEnd(FakeCloud cloud) throws Exception {
        cloud.withProduct(DysmsMainlandClient.PRODUCT);
        cloud.when("SendBatchSms").thenAnswer(call -> {
            arrived.countDown();
            await(goOn);
            return Reply.json("{\"Code\":\"OK\",\"BizId\":\"1\",\"RequestId\":\"R\"}");
        });
        DysmsMainlandClient sms =
                cloud.configure(DysmsMainlandClient.builder()).timeout(LONG).build();
        List<SmsRecipient> recipients = IntStream.range(0, 250)
                .mapToObj(i -> SmsRecipient.of("+86 " + (13900000000L + i), "Acme", Map.of("order", "A" + i)))
                .toList();
        Future<BatchResult<SmsRecipient>> batch =
                callers.submit(() -> sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456"), recipients));
        arrived.await();
        Future<?> closing = callers.submit(() -> sms.close(LONG));

        goOn.countDown();
        closing.get(30, TimeUnit.SECONDS);

        assertThat(batch.get(30, TimeUnit.SECONDS).allAccepted()).isTrue();
    }

    @Test
    void anUploadUnderWayIsCutOffWithItsDelivery(FakeCloud cloud) throws Exception {
        cloud.objects().thenStall(1);
        CamsClient cams = cloud.configure(CamsClient.builder())
                .timeout(LONG)
                .readTimeout(LONG)
                .build();
        var sending = new CountDownLatch(1);
        FileUpload file =
                FileUpload.of(new byte[100_000], "terms.pdf").onProgress((sent, total) -> sending.countDown());
        Future<?> upload = callers.submit(() -> cams.uploads().upload("cams-1", file));
        sending.await();

        cams.close(Duration.ZERO);

        assertThat(interruption(upload).delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    void oneThatClosesFromWithinACallIsNotWaitedFor(FakeCloud cloud) {
        var sms = new AtomicReference<DysmsInternationalClient>();
        sms.set(client(cloud)
                .withOptions(o -> o.addListener(new CallListener() {
                    @Override
                    public void finished(
                            CallInfo call, @Nullable CallResult result, @Nullable SdkException failure, Duration took) {
                        sms.get().close(LONG);
                    }
                })));

        assertThat(sms.get()
                        .async(c -> c.sendMessageToGlobe(Clients.SEND))
                        .join()
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    void oneThatClosesBeforeItIsSentIsNotCutOff(FakeCloud cloud) {
        var sms = new AtomicReference<DysmsInternationalClient>();
        sms.set(cloud.configure(DysmsInternationalClient.builder())
                .transport(new Answering())
                .addInterceptor(call -> {
                    sms.get().close(LONG);
                    return call.proceed();
                })
                .build());

        assertThat(sms.get().sendMessageToGlobe(Clients.SEND).attempts()).isEqualTo(1);
    }

    @Test
    void anInterruptEndsTheWaitAndStays(FakeCloud cloud) throws Exception {
        cloud.when("SendMessageToGlobe").thenStall();
        DysmsInternationalClient sms = client(cloud);
        CompletableFuture<?> async = sms.async(c -> c.sendMessageToGlobe(Clients.SEND));
        cloud.awaitReceived(1, LONG);

        Thread.currentThread().interrupt();
        sms.close(LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interruption(async).delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    void aCallThatFailedIsNotWaitedFor(FakeCloud cloud) throws Exception {
        cloud.when("SendMessageToGlobe").thenFail(400, "InvalidParameter", "no");
        var time = new ManualTime(Instant.now());
        DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .timeSource(time)
                .build();
        Future<?> failed = callers.submit(() -> sms.sendMessageToGlobe(Clients.SEND));
        assertThatThrownBy(failed::get).hasCauseInstanceOf(ServiceException.class);

        sms.close(LONG);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void anInterruptThatComesTooLateForTheCallDoesNotOutliveIt(FakeCloud cloud) throws Exception {
        var deaf = new HttpTransport() {
            @Override
            public HttpResponse execute(HttpRequest request) {
                arrived.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return new HttpResponse(200, List.of(), "{\"ResponseCode\":\"OK\"}".getBytes(UTF_8));
            }

            @Override
            public void close() {}
        };
        DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .transport(deaf)
                .build();
        Future<Boolean> interrupted = callers.submit(() -> {
            sms.sendMessageToGlobe(Clients.SEND);
            return Thread.currentThread().isInterrupted();
        });
        arrived.await();

        sms.close(Duration.ZERO);

        assertThat(interrupted.get()).isFalse();
    }

    @Test
    void closingEndsTheClientsConnections(FakeCloud cloud) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                    .endpoint(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                    .build();
            Future<?> call = callers.submit(() -> sms.sendMessageToGlobe(Clients.SEND));
            try (Socket connection = server.accept()) {
                connection.setSoTimeout((int) LONG.toMillis());
                var request = new Scanner(connection.getInputStream(), UTF_8);
                while (!request.nextLine().isEmpty()) {
                    // its head; there is no body
                }
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n{\"ResponseCode\":\"OK\"}"
                                .getBytes(UTF_8));
                call.get(30, TimeUnit.SECONDS);

                sms.close(LONG);

                assertThat(connection.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void closingTwiceAndWithNothingUnderWayIsDoneAtOnce(FakeCloud cloud) {
        DysmsInternationalClient sms = client(cloud);
        sms.sendMessageToGlobe(Clients.SEND);

        sms.close(LONG);
        sms.close(LONG);
        sms.close();
        sms.close(Duration.ofSeconds(-1));
        sms.close(Duration.ofSeconds(Long.MAX_VALUE));

        assertThatIllegalStateException().isThrownBy(() -> sms.async(c -> 1));
    }

    /** So that a pool's thread does not find an interrupt that was meant for a call. */
    @Test
    void noInterruptIsLeftWhereNoneWasTold(FakeCloud cloud) throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            cloud.when("SendMessageToGlobe").thenStall();
            DysmsInternationalClient sms = client(cloud).withOptions(o -> o.executor(one));
            CompletableFuture<?> async = sms.async(c -> c.sendMessageToGlobe(Clients.SEND));
            cloud.awaitReceived(1, LONG);

            sms.close(Duration.ZERO);

            assertThat(async).isCompletedExceptionally();
            Supplier<Boolean> flag = () -> Thread.currentThread().isInterrupted();
            assertThat(CompletableFuture.supplyAsync(flag, one).get(30, TimeUnit.SECONDS))
                    .isFalse();
        } finally {
            one.shutdownNow();
        }
    }
}

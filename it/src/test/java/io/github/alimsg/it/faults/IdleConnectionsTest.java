package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.okhttp.Transports;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that the service closed while it lay idle costs nothing. */
class IdleConnectionsTest {
    private static final int CONNECTIONS = 200;
    private static final int SIDE_BY_SIDE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What calls on closed connections came to. */
    private static final class Count {
        final AtomicInteger answeredAtOnce = new AtomicInteger();
        final AtomicInteger answeredLater = new AtomicInteger();
        final AtomicInteger leftOpen = new AtomicInteger();
        final AtomicInteger otherwiseFailed = new AtomicInteger();

        void call(DysmsInternationalClient sms, boolean read) {
            try {
                SdkResponse response = read
                        ? sms.queryMessage(q -> q.messageId("1"))
                        : sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
                (response.attempts() == 1 ? answeredAtOnce : answeredLater).incrementAndGet();
            } catch (SdkException e) {
                (e.mayHaveTakenEffect() ? leftOpen : otherwiseFailed).incrementAndGet();
            }
        }

        @Override
        public String toString() {
            return "answered at once " + answeredAtOnce + ", after a repeat " + answeredLater + ", UNKNOWN " + leftOpen
                    + ", failed otherwise " + otherwiseFailed;
        }
    }

    private static DysmsInternationalClient.Builder client(SmallServer server) {
        return DysmsInternationalClient.builder()
                .endpoint(server.endpoint())
                .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET));
    }

    private static void answerOnceAndClose(SmallServer.Connection connection) throws IOException {
        if (connection.receive()) {
            connection.answer();
            connection.closeAndLetKnow();
        }
    }

    private static void awaitEnd(SmallServer server) throws InterruptedException {
        assertThat(server.ended.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
    }

    @ParameterizedTest(name = "closed within {0} s")
    @ValueSource(strings = {"0.2", "1", "5", "9", "11", "60"})
    void aConnectionClosedWhileIdleCostsNothing(String seconds) throws Exception {
        long idle = (long) (Double.parseDouble(seconds) * 1e9);
        for (boolean read : new boolean[] {true, false}) {
            var count = new Count();
            sideBySide(() -> callAgainAndAgain(count, read, idle));
            System.out.printf(
                    Locale.ROOT,
                    "closed while idle for %4s s, %d %s: %s%n",
                    seconds,
                    CONNECTIONS,
                    read ? "reads" : "sends",
                    count);
            assertThat(count.answeredAtOnce).hasValue(CONNECTIONS);
        }
    }

    /** Calls, each on what would be the connection of the one before, had it not been closed. */
    private static Void callAgainAndAgain(Count count, boolean read, long idle) throws Exception {
        var clock = new AtomicLong();
        try (var server = new SmallServer(IdleConnectionsTest::answerOnceAndClose);
                HttpTransport transport = Transports.on(clock::get, null);
                DysmsInternationalClient sms =
                        client(server).transport(transport).build()) {
            new Count().call(sms, read);
            for (int i = 0; i < CONNECTIONS / SIDE_BY_SIDE; i++) {
                awaitEnd(server);
                clock.addAndGet(idle);
                count.call(sms, read);
            }
            assertThat(server.requests).hasValue(CONNECTIONS / SIDE_BY_SIDE + 1);
        }
        return null;
    }

    /** A millisecond later is enough: on the client's own connections the look is too cheap to be left out. */
    @Test
    void aConnectionClosedAMomentAfterItsAnswerCostsNothing() throws Exception {
        var count = new Count();
        sideBySide(() -> closedAndCalledAtOnce(count, null));
        System.out.println("closed at once, called again a millisecond later, " + CONNECTIONS + " sends: " + count);
        assertThat(count.answeredAtOnce).hasValue(CONNECTIONS);
    }

    /** The state that the tests above mean is really reached: who does not look cannot know. */
    @Test
    void onConnectionsOfTheApplicationItIsNotLookedFor() throws Exception {
        var count = new Count();
        sideBySide(() -> closedAndCalledAtOnce(count, new OkHttpClient()));
        System.out.println("the same with an application's client: " + count);
        assertThat(count.leftOpen).hasValue(CONNECTIONS);
    }

    private static Void closedAndCalledAtOnce(Count count, @Nullable OkHttpClient applications) throws Exception {
        var clock = new AtomicLong();
        try (var server = new SmallServer(IdleConnectionsTest::answerOnceAndClose);
                HttpTransport transport = Transports.on(clock::get, applications);
                DysmsInternationalClient sms =
                        client(server).transport(transport).build()) {
            for (int i = 0; i < CONNECTIONS / SIDE_BY_SIDE; i++) {
                new Count().call(sms, false);
                awaitEnd(server);
                clock.addAndGet(1_000_000L);
                count.call(sms, false);
                if (applications == null) {
                    awaitEnd(server);
                    clock.addAndGet(1_000_000L);
                }
            }
        }
        return null;
    }

    private static void sideBySide(Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            for (Future<Void> ended : threads.invokeAll(Collections.nCopies(SIDE_BY_SIDE, work))) {
                ended.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void clientsThatShareConnectionsShareWhatIsKnownOfThem() throws Exception {
        try (var server = new SmallServer(IdleConnectionsTest::answerOnceAndClose)) {
            var http = new OkHttpClient();
            try (DysmsInternationalClient one = client(server).httpClient(http).build();
                    DysmsInternationalClient other = client(server)
                            .httpClient(http)
                            .retryPolicy(RetryPolicy.none())
                            .build()) {
                one.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
                awaitEnd(server);
                long idleSince = System.nanoTime();
                while (System.nanoTime() - idleSince < 110_000_000L) {
                    LockSupport.parkNanos(1_000_000L); // the application's pool knows no clock but the system's
                }

                assertThatCode(() -> other.sendMessageToGlobe(
                                m -> m.to("6281234567890").message("hello")))
                        .doesNotThrowAnyException();
            }
        }
    }

    /**
     * The same in real time. The second figure is what nobody can prevent: the service closes in the very moment in
     * which the client calls.
     */
    @Tag("idle")
    @ParameterizedTest(name = "closed after {0} s")
    @ValueSource(strings = {"0.2", "1", "5", "9", "11", "60"})
    void aConnectionClosedWhileIdleCostsNothingInRealTime(String seconds) throws Exception {
        long idle = (long) (Double.parseDouble(seconds) * 1e9);
        for (boolean closed : new boolean[] {true, false}) {
            var both = Executors.newFixedThreadPool(2);
            Future<Count> readsToCome = both.submit(() -> inRealTime(idle, closed, true));
            Future<Count> sendsToCome = both.submit(() -> inRealTime(idle, closed, false));
            both.shutdown();
            Count reads = readsToCome.get();
            Count sends = sendsToCome.get();
            String when = closed ? "called when it was" : "called in that moment";
            System.out.printf(Locale.ROOT, "closed after %4s s, %s, %d reads: %s%n", seconds, when, CONNECTIONS, reads);
            System.out.printf(Locale.ROOT, "closed after %4s s, %s, %d sends: %s%n", seconds, when, CONNECTIONS, sends);
            assertThat(reads.answeredAtOnce.get() + reads.answeredLater.get()).isEqualTo(CONNECTIONS);
            if (closed) {
                assertThat(reads.answeredAtOnce).hasValue(CONNECTIONS);
                assertThat(sends.answeredAtOnce).hasValue(CONNECTIONS);
            }
        }
    }

    private static Count inRealTime(long idle, boolean closed, boolean read) throws Exception {
        var count = new Count();
        var allClosed = new CountDownLatch(CONNECTIONS);
        ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS);
        try (var server = new SmallServer(connection -> {
            if (connection.receive()) {
                connection.answer();
                waitUntil(System.nanoTime() + idle);
                connection.closeAndLetKnow();
                allClosed.countDown();
            }
        })) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                calls.add(callers.submit(() -> {
                    try (DysmsInternationalClient sms = client(server).build()) {
                        sms.queryMessage(q -> q.messageId("1"));
                        if (closed) {
                            allClosed.await();
                        } else {
                            waitUntil(System.nanoTime() + idle);
                        }
                        count.call(sms, read);
                    }
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get(5, TimeUnit.MINUTES);
            }
        } finally {
            callers.shutdownNow();
        }
        return count;
    }

    private static void waitUntil(long nanoTime) throws InterruptedException {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}

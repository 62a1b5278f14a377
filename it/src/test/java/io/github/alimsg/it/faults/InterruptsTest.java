package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Wherever a call waits, an interrupt ends it soon, leaves the flag set, and says what is known. */
class InterruptsTest {
    private static final int ROUNDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What is wanted is 100 ms; the rest is for machines that are busy with other things. */
    private static final Duration SOON = Duration.ofMillis(500);

    private static DysmsInternationalClient.Builder client(URI endpoint) {
        return DysmsInternationalClient.builder()
                .endpoint(endpoint)
                .connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .timeout(PATIENCE)
                .credentials(CredentialsProviders.fixed(Marks.KEY_ID, Marks.SECRET));
    }

    @Test
    void whilePacing() throws Exception {
        var waiting = new Semaphore(0);
        try (DysmsInternationalClient sms = client(URI.create("http://127.0.0.1:1"))
                .rateLimiter((operation, permits, longestWait) -> {
                    waiting.release();
                    return Duration.ofSeconds(20);
                })
                .build()) {
            interruptAgainAndAgain("pacing", sms, waiting, Delivery.NOT_SENT);
        }
    }

    @Test
    void betweenAttempts() throws Exception {
        var waiting = new Semaphore(0);
        try (DysmsInternationalClient sms = client(URI.create("http://127.0.0.1:1"))
                .retryPolicy(failed -> Duration.ofSeconds(15))
                .addListener(new CallListener() {
                    @Override
                    public void attemptFailed(
                            CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
                        waiting.release();
                    }
                })
                .build()) {
            interruptAgainAndAgain("backoff", sms, waiting, Delivery.NOT_SENT);
        }
    }

    @Test
    void whileConnecting() throws Exception {
        List<Socket> filling = new ArrayList<>();
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(deaf, filling);
            var waiting = new Semaphore(0);
            try (DysmsInternationalClient sms = client(URI.create("http://127.0.0.1:" + deaf.getLocalPort()))
                    .credentials(() -> {
                        waiting.release();
                        return Credentials.of(Marks.KEY_ID, Marks.SECRET);
                    })
                    .build()) {
                interruptAgainAndAgain("connecting", sms, waiting, Delivery.NOT_SENT);
            }
        } finally {
            for (Socket socket : filling) {
                socket.close();
            }
        }
    }

    /** Connects until nobody gets in any more. */
    private static void fill(ServerSocket deaf, List<Socket> filling) throws IOException {
        for (int i = 0; i < 64; i++) {
            var socket = new Socket();
            filling.add(socket);
            try {
                socket.connect(deaf.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IllegalStateException("this system accepts for ever");
    }

    /** Of the helper that gives credentials. */
    @Test
    void whileAskingForCredentials() throws Exception {
        try (var helper = new SmallServer(connection -> {
                    connection.receive();
                    connection.receive();
                });
                DysmsInternationalClient sms = client(URI.create("http://127.0.0.1:1"))
                        .credentials(CredentialsProviders.credentialsUri(helper.endpoint()))
                        .build()) {
            interruptAgainAndAgain("asking for credentials", sms, helper.arrived, Delivery.NOT_SENT);
        }
    }

    @Test
    void whileWaitingForTheAnswer() throws Exception {
        try (var server = new SmallServer(connection -> {
                    connection.receive();
                    connection.receive();
                });
                DysmsInternationalClient sms = client(server.endpoint()).build()) {
            interruptAgainAndAgain("answer", sms, server.arrived, Delivery.UNKNOWN);
        }
    }

    @Test
    void whileTheHeadDrips() throws Exception {
        dripping("dripping head", "HTTP/1.1 200 OK\r\nX: ");
    }

    @Test
    void whileTheBodyDrips() throws Exception {
        dripping("dripping body", "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    }

    private static void dripping(String where, String begin) throws Exception {
        var waiting = new Semaphore(0);
        try (var server = new SmallServer(connection -> {
                    connection.receive();
                    connection.answer(begin);
                    waiting.release();
                    for (int i = 0; i < 100_000; i++) {
                        connection.answer("x");
                        TimeUnit.MILLISECONDS.sleep(5);
                    }
                });
                DysmsInternationalClient sms = client(server.endpoint()).build()) {
            interruptAgainAndAgain(where, sms, waiting, Delivery.UNKNOWN);
        }
    }

    /** Interrupts calls as soon as they wait, and some time later: a little longer in each round. */
    private static void interruptAgainAndAgain(
            String where, DysmsInternationalClient sms, Semaphore waiting, Delivery expected) throws Exception {
        long longest = 0;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var thrown = new AtomicReference<@Nullable Throwable>();
            var flag = new AtomicReference<Boolean>();
            var ended = new CountDownLatch(1);
            var caller = new Thread(() -> {
                try {
                    sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
                } catch (SdkException e) {
                    thrown.set(e);
                } finally {
                    flag.set(Thread.currentThread().isInterrupted());
                    ended.countDown();
                }
            });
            caller.start();
            assertThat(waiting.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("it waits")
                    .isTrue();
            LockSupport.parkNanos(round * 2_000_000L);
            long began = System.nanoTime();
            caller.interrupt();
            assertThat(ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("it ended")
                    .isTrue();
            long took = System.nanoTime() - began;
            longest = Math.max(longest, took);
            sum += took;
            assertThat(thrown.get())
                    .isInstanceOfSatisfying(
                            CallInterruptedException.class,
                            e -> assertThat(e.delivery()).isEqualTo(expected));
            assertThat(flag.get()).as("the flag is set").isTrue();
            assertThat(took).as("nanoseconds to the end").isLessThan(SOON.toNanos());
        }
        System.out.printf(
                Locale.ROOT,
                "interrupted while %-23s %d times: ended after %.1f ms on average, %.1f ms at the most%n",
                where + ",",
                ROUNDS,
                sum / 1e6 / ROUNDS,
                longest / 1e6);
    }
}

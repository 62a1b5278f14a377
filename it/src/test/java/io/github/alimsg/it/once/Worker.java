package io.github.alimsg.it.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that sends what is due, until it is killed or its input ends. In one gap it says so and waits there, for the
 * signal that kills or stops it, or for a line of input to go on.
 */
final class Worker {
    /** Leases so short that tests see many end: which worker sends may depend on them, but not whether. */
    private static final long LEASE_MILLIS = 2_000;

    private final Gap gap = Gap.valueOf(System.getProperty("gap"));
    private final AtomicInteger untilGap = new AtomicInteger(Integer.getInteger("nth"));
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Once once;
    private final DysmsMainlandClient sms;

    private Worker() {
        TimeSource time = new Skewed(Duration.ofHours(Integer.getInteger("hours")));
        DataSource database = Pool.of(database(System.getProperty("database")), 16);
        this.once =
                Once.builder(new Gaps(JdbcStore.of(database))).timeSource(time).build();
        this.sms = DysmsMainlandClient.builder()
                .endpoint(URI.create(System.getProperty("endpoint")))
                .credentials(CredentialsProviders.fixed(System.getProperty("id"), System.getProperty("secret")))
                .applicationId(System.getProperty("name"))
                .retryPolicy(RetryPolicy.builder()
                        .throttledBaseDelay(Duration.ofMillis(1))
                        .build())
                .timeSource(time)
                .addListener(new CallListener() {
                    @Override
                    public void attemptFailed(
                            CallInfo call, int attempt, SdkException failure, @Nullable Duration delay) {
                        if (delay != null) {
                            pass(Gap.ATTEMPTS);
                        }
                    }
                })
                .build();
    }

    static DataSource database(String url) {
        if (url.startsWith("jdbc:h2:")) {
            var h2 = new JdbcDataSource();
            h2.setURL(url);
            return h2;
        }
        var postgres = new PGSimpleDataSource();
        postgres.setURL(url);
        return postgres;
    }

    static String numberOf(String key) {
        return "139" + key.substring(key.length() - 8);
    }

    private static SendSmsRequest requestFor(String key) {
        return SendSmsRequest.builder()
                .phoneNumbers(numberOf(key))
                .signName("Acme")
                .templateCode("SMS_1")
                .templateParam("{\"order\":\"" + key + "\"}")
                .build();
    }

    public static void main(String... arguments) throws IOException {
        var worker = new Worker();
        String key = System.getProperty("key");
        for (int i = 0; i < Integer.getInteger("threads"); i++) {
            new Thread(() -> {
                        if (key == null) {
                            worker.sendWhatIsDue();
                        } else {
                            worker.sendOnce(key);
                        }
                    })
                    .start();
        }
        say("READY");
        var input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (input.readLine() != null) {
            worker.goOn.countDown();
        }
        Runtime.getRuntime().halt(0);
    }

    static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** With others at the same moment: says what came of it. */
    private void sendOnce(String key) {
        try {
            goOn.await();
            Sent<?> sent = once.send(key, sms, DysmsMainlandClient::sendSms, requestFor(key));
            say("SENT " + sent.state() + " " + sent.isEarlier());
        } catch (Exception e) {
            say("FAILED " + e);
        }
    }

    private void sendWhatIsDue() {
        while (true) {
            try {
                List<KeyRecord> due = new ArrayList<>(once.due(16));
                Collections.shuffle(due);
                for (KeyRecord record : due) {
                    once.send(record.key(), sms, DysmsMainlandClient::sendSms, requestFor(record.key()));
                    if (goOn.getCount() == 0) {
                        say("NEXT");
                    }
                }
                if (due.isEmpty()) {
                    Thread.sleep(50);
                }
            } catch (StoreException e) {
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                say("FAILED " + e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Gap where) {
        if (where == gap && untilGap.decrementAndGet() == 0) {
            say("AT " + gap);
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A clock that is wrong. */
    private record Skewed(Duration by) implements TimeSource {
        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            TimeSource.system().sleep(duration);
        }
    }

    private final class Gaps extends ForwardingKeyStore {
        private final AtomicInteger marks = new AtomicInteger();

        Gaps(KeyStore inner) {
            super(inner);
        }

        @Override
        public Claim claim(Claim.Request of) {
            Claim claim = super.claim(
                    new Claim.Request(of.key(), of.operation(), of.fingerprint(), of.owner(), LEASE_MILLIS));
            if (claim.kind() == Claim.Kind.CLAIMED) {
                pass(Gap.CLAIM);
            }
            return claim;
        }

        @Override
        public boolean mark(String key, long fence, Mark of) {
            boolean marked =
                    super.mark(key, fence, new Mark(of.ownId(), of.ownIdDerived(), of.template(), LEASE_MILLIS));
            if (marked && marks.incrementAndGet() == 1 && gap == Gap.LATER) {
                say("AT LATER");
            }
            pass(Gap.MARK);
            return marked;
        }

        @Override
        public Finish finish(String key, long fence, KeyOutcome outcome) {
            pass(Gap.RECORD);
            return super.finish(key, fence, outcome);
        }
    }
}

package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The promises of the SDK under thousands of calls and every fault there is. {@code -P faults-long} runs 100,000 sends;
 * {@code -Dfaults.seed} draws other faults.
 */
@Tag("faults")
@Isolated // switches on every log of the JVM
class FaultsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration TOLERANCE = Duration.ofMillis(250);
    private static final int THREADS = 48;

    @Test
    void whateverGoesWrongCallersAreToldTheTruth() throws Exception {
        int sends = Integer.getInteger("faults.sends", 20_000);
        var plan = new FaultPlan(Long.getLong("faults.seed", 20261121L));
        var ledger = new Ledger(Suite.ids(sends));
        var suite = new Suite("this SDK", ledger, sends, THREADS, DEADLINE, TOLERANCE);
        try (var server = new FaultServer(plan, ledger);
                var logs = new Logs("io.github.alimsg", "okhttp3")) {
            try (var caller = new SdkCaller(server.endpoint(), DEADLINE)) {
                suite.run(caller);
            }
            System.out.println(suite.table(logs, plan));

            expectTheTruth(suite, ledger, logs);
            assertThat(ledger.repeatedNonces)
                    .as("requests sent again as they were")
                    .hasValue(0);
            assertThat(logs.lines()).as("the logs were captured").isGreaterThan(sends);
        }
    }

    /** The service refuses used nonces; one that never saw the first copy takes the second. */
    @Test
    void withTheReplayGuardNothingIsProcessedTwiceEither() throws Exception {
        int sends = Integer.getInteger("faults.sends", 20_000) / 4;
        var plan = new FaultPlan(Long.getLong("faults.seed", 20261121L) + 1);
        var ledger = new Ledger(Suite.ids(sends));
        var suite = new Suite("this SDK with its replay guard", ledger, sends, THREADS, DEADLINE, TOLERANCE);
        try (var server = new FaultServer(plan, ledger, true);
                var logs = new Logs("io.github.alimsg", "okhttp3")) {
            try (var caller = new SdkCaller(server.endpoint(), DEADLINE, true)) {
                suite.run(caller);
            }
            System.out.println(suite.table(logs, plan));

            expectTheTruth(suite, ledger, logs);
            assertThat(ledger.repeatedNonces).as("second copies").hasPositiveValue();
        }
    }

    /** What holds with the replay guard and without. */
    private static void expectTheTruth(Suite suite, Ledger ledger, Logs logs) {
        assertThat(suite.processedTwice).as("messages processed twice").isZero();
        assertThat(suite.excludedButProcessed)
                .as("not sent or refused, yet processed")
                .hasValue(0);
        assertThat(suite.answeredButNotProcessed).as("success that was none").hasValue(0);
        assertThat(suite.answeredForAnother).as("answers of others").hasValue(0);
        assertThat(suite.lost).as("lost calls").hasValue(0);
        assertThat(suite.late).as("calls past their deadline").hasValue(0);
        assertThat(ledger.followedRedirects).as("redirects followed").hasValue(0);
        assertThat(suite.leaksInExceptions).as("personal data in exceptions").hasValue(0);
        assertThat(logs.leaks()).as("personal data in logs").isZero();
    }
}

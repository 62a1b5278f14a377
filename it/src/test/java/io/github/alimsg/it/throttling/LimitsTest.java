package io.github.alimsg.it.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.testing.FakeCloud;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients under limits, in real time over real HTTP. Three minutes: {@code -P throttling}. */
@Tag("throttling")
class LimitsTest {
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    /** A load under way. */
    private record Running(Load load, FakeCloud cloud, Tally tally, List<Thread> threads) {
        @Override
        public String toString() {
            return tally.row();
        }
    }

    @Test
    void limitsAreUsedAndPacedCallsAreHardlyRefused() throws Exception {
        List<Running> all = new ArrayList<>();
        all.addAll(sideBySide(5, Duration.ofSeconds(40), 1, 8, 64));
        all.addAll(sideBySide(50, Duration.ofSeconds(20), 1, 8, 64));
        all.addAll(sideBySide(250, Duration.ofSeconds(15), 1));
        all.addAll(sideBySide(250, Duration.ofSeconds(15), 8));
        all.addAll(sideBySide(250, Duration.ofSeconds(15), 64));

        double refusals = refusalsOfPacedCalls(all);
        System.out.printf(Locale.ROOT, "refusals per 1,000 paced calls: %.2f%n", refusals);
        assertThat(refusals).as("refusals per 1,000 paced calls").isLessThan(1);
        assertThat(all).allSatisfy(running -> {
            Tally tally = running.tally;
            assertThat(tally.goodput()).as("goodput of %s", running.load).isGreaterThanOrEqualTo(95);
            assertThat(tally.failures()).as("failures of %s", running.load).isZero();
            if (running.load.clients() > 1) {
                assertThat(tally.leastShare())
                        .as("least share of %s", running.load)
                        .isGreaterThan(50);
            }
        });
    }

    /** Over all loads: at 5 calls a second, a single call that the machine held up is 5 of 1,000. */
    private static double refusalsOfPacedCalls(List<Running> all) {
        double answered = 0;
        double refused = 0;
        for (Running running : all) {
            if (running.load.pacing()) {
                answered += running.tally.answeredInAll();
                refused += running.tally.refused();
            }
        }
        return 1000 * refused / answered;
    }

    /** Runs loads that differ in threads, clients and pacing at the same time, each with a service of its own. */
    private static List<Running> sideBySide(int limit, Duration length, int... threads) throws InterruptedException {
        List<Running> started = new ArrayList<>();
        for (int count : threads) {
            started.add(start(new Load(limit, count, 1, false, WARM_UP, length)));
            started.add(start(new Load(limit, count, 1, true, WARM_UP, length)));
            started.add(start(new Load(limit, count, 3, false, WARM_UP, length)));
        }
        System.out.println(Tally.head());
        TimeSource.system().sleep(WARM_UP.plus(length));
        for (Running running : started) {
            running.threads.forEach(Thread::interrupt);
            for (Thread thread : running.threads) {
                thread.join();
            }
            running.cloud.close();
            System.out.println(running.tally.row());
        }
        return started;
    }

    private static Running start(Load load) {
        FakeCloud cloud = FakeCloud.builder().countOnly().start().enforceLimit(load.operation(), load.limit());
        TimeSource time = TimeSource.system();
        var tally = new Tally(load, time.nanoTime());
        List<Thread> threads = new ArrayList<>();
        load.tasks(time, tally, builder -> builder.endpoint(cloud.endpoint()).credentials(cloud::credentials))
                .forEach(task -> threads.add(new Thread(task)));
        threads.forEach(Thread::start);
        return new Running(load, cloud, tally, threads);
    }
}

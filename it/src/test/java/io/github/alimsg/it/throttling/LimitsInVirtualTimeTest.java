package io.github.alimsg.it.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.CredentialsProviders;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Clients under limits, in virtual time: the same figures every time, within seconds. */
class LimitsInVirtualTimeTest {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration LENGTH = Duration.ofSeconds(40);

    @Test
    void pacedCallsUseTheLimitAndAreNotRefused() throws Exception {
        System.out.println(Tally.head());
        for (int limit : new int[] {5, 50, 250}) {
            for (int threads : new int[] {1, 8, 64}) {
                Tally tally = run(new Load(limit, threads, 1, true, WARM_UP, LENGTH), true);

                assertThat(tally.goodput()).as("goodput").isGreaterThanOrEqualTo(95);
                assertThat(tally.refusals()).as("refusals per 1,000").isLessThan(1);
                assertThat(tally.failures()).as("failed").isZero();
            }
        }
    }

    @Test
    void onlyTheRetryPathUsesTheLimit() throws Exception {
        System.out.println(Tally.head());
        for (int limit : new int[] {5, 50, 250}) {
            for (int threads : new int[] {1, 8, 64}) {
                Tally tally = run(new Load(limit, threads, 1, false, WARM_UP, LENGTH), true);

                assertThat(tally.goodput()).as("goodput").isGreaterThanOrEqualTo(95);
                assertThat(tally.failures()).as("failed").isZero();
            }
        }
    }

    @Test
    void threeClientsThatKnowNothingOfOneAnotherShareTheLimit() throws Exception {
        System.out.println(Tally.head());
        for (int limit : new int[] {5, 50, 250}) {
            for (int threads : new int[] {1, 8, 64}) {
                Tally tally = run(new Load(limit, threads, 3, false, WARM_UP, LENGTH), true);

                assertThat(tally.goodput()).as("goodput").isGreaterThanOrEqualTo(95);
                assertThat(tally.failures()).as("failed").isZero();
                assertThat(tally.leastShare()).as("least share").isGreaterThan(50);
            }
        }
    }

    @Test
    void withoutHintsOfTheServiceMostOfTheLimitIsUsed() throws Exception {
        System.out.println(Tally.head());
        for (int limit : new int[] {5, 50, 250}) {
            for (int clients : new int[] {1, 3}) {
                Tally tally = run(new Load(limit, 8, clients, false, WARM_UP, LENGTH), false);

                assertThat(tally.goodput()).as("goodput").isGreaterThanOrEqualTo(80);
            }
        }
    }

    private static Tally run(Load load, boolean hints) throws InterruptedException {
        var time = new VirtualTime();
        var service = new ModelService(time, load.limit(), hints);
        var tally = new Tally(load, 0);
        var credentials = CredentialsProviders.fixed("LTAI5tVirtualTime", "secret");
        time.run(new ArrayList<>(
                load.tasks(time, tally, builder -> builder.transport(service).credentials(credentials))));
        System.out.println(tally.row());
        return tally;
    }
}

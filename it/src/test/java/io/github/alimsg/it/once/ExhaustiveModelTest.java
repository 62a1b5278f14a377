package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.once.store.Mark;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The proof that a key is never sent twice: every order of events is tried, not some of them.
 *
 * <p>Two workers send the same key, with the production classes all the way from {@code Once.send} to the transport,
 * and the store in memory. Only what is around them is scripted: where each worker stops, what fails, what dies, and what
 * time it is. {@link ModelRun} is one run, {@link Event} is everything that can happen in it, and {@link Choices} goes
 * through all runs with up to three things that are not plain steps. Three are enough to find every rule that is missing:
 * the tests below switch off one at a time and find a second send each time. {@code -Donce.deviations=4} tries ten times
 * as many runs.
 *
 * <p>In every run and at every moment: between two releases, at most one request arrives. A key that was released is not
 * sent again once the store knows that its message exists. In the end the key's state, and what each caller was told, is
 * true.
 *
 * <p>The workers' clocks are as wrong as the service lets them be: signed a quarter of an hour ahead, a request stays
 * valid for half an hour.
 */
class ExhaustiveModelTest {
    private static final Duration AHEAD = Duration.ofMinutes(15);
    private static final int DEVIATIONS = Integer.getInteger("once.deviations", 3);
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @AfterAll
    static void endThreads() {
        THREADS.shutdownNow();
    }

    /** Returns the first run that goes wrong; null when all go right. */
    private static @Nullable String explore(String what, ModelRun.Setup setup) {
        Map<KeyState, Integer> states = new EnumMap<>(KeyState.class);
        String[] violation = new String[1];
        long began = System.nanoTime();
        int paths = Choices.explore(choices -> {
            var run = new ModelRun(choices, setup);
            states.merge(run.run(THREADS), 1, Integer::sum);
            violation[0] = run.violation();
            return violation[0] == null;
        });
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.out.println("Exhaustive model, " + what + ": " + paths + " paths, " + states + ", "
                + (violation[0] == null ? "all right" : "the last is wrong") + ", " + millis + " ms");
        return violation[0];
    }

    private static void assertThatASecondSendIsFound(String what, UnaryOperator<KeyStore> broken) {
        assertThat(explore(what, new ModelRun.Setup(3, AHEAD, broken, true, true)))
                .startsWith("sent twice\n");
    }

    @Test
    void noKeyIsSentTwiceAndNoStateIsWrong() {
        assertThat(explore("all rules", new ModelRun.Setup(DEVIATIONS, AHEAD, UnaryOperator.identity(), false, true)))
                .isNull();
    }

    /** Rule 1: write, then send. */
    @Test
    void withoutTheMarkBeforeTheSendASecondSendIsFound() {
        assertThatASecondSendIsFound("no mark", store -> new ForwardingKeyStore(store) {
            @Override
            public boolean mark(String key, long fence, Mark mark) {
                return true;
            }
        });
    }

    /** Rule 2: only the writer of SENDING sends. The sender does not care that it lost the key. */
    @Test
    void withASenderThatIgnoresALostMarkASecondSendIsFound() {
        assertThatASecondSendIsFound("a lost mark is ignored", store -> new ForwardingKeyStore(store) {
            @Override
            public boolean mark(String key, long fence, Mark mark) {
                super.mark(key, fence, mark);
                return true;
            }
        });
    }

    /** Rule 2: only the writer of SENDING sends. The store takes the mark of one who had the key before. */
    @Test
    void withAStoreThatTakesOldFencesASecondSendIsFound() {
        assertThatASecondSendIsFound("old fences may mark", store -> new ForwardingKeyStore(store) {
            @Override
            public boolean mark(String key, long fence, Mark mark) {
                return super.mark(key, store.find(key).orElseThrow().fence(), mark);
            }
        });
    }

    /** Rule 3: every signature is marked, not every call. */
    @Test
    void withOneMarkForACallASecondSendIsFound() {
        assertThatASecondSendIsFound("one mark a call", store -> new ForwardingKeyStore(store) {
            private final Set<Long> marked = new HashSet<>();

            @Override
            public boolean mark(String key, long fence, Mark mark) {
                return !marked.add(fence) || super.mark(key, fence, mark);
            }
        });
    }

    /** The end of rule 3: a release waits until no signed request can arrive. */
    @Test
    void withAReleaseAfterAQuarterOfAnHourASecondSendIsFound() {
        assertThatASecondSendIsFound("release after 16 minutes", store -> new ForwardingKeyStore(store) {
            @Override
            public boolean release(String key, Duration minimum, String why) {
                return super.release(key, Duration.ofMinutes(16), why);
            }
        });
    }

    /** From SENDING, only the sender itself leads back to a state that may be sent. */
    @Test
    void withAStoreThatFreesKeysOfTheDeadASecondSendIsFound() {
        assertThatASecondSendIsFound("the dead's keys are freed", store -> new ForwardingKeyStore(store) {
            @Override
            public List<KeyRecord> unsettled(int most) {
                super.unsettled(most)
                        .forEach(record ->
                                finish(record.key(), record.fence(), KeyOutcome.failed(KeyState.NOT_SENT, "dead")));
                return List.of();
            }
        });
    }

    /** A row's fences are its own: one that was pruned and is written anew has none of those it had. */
    @Test
    void withFencesThatBeginAtOneASecondSendIsFound() {
        assertThatASecondSendIsFound("fences begin at one", store -> new ForwardingKeyStore(store) {
            private long before;

            @Override
            public Claim claim(Claim.Request request) {
                Claim claim = super.claim(request);
                if (claim.kind() == Claim.Kind.CLAIMED && claim.record().attempts() == 1) {
                    before = claim.record().fence() - 1;
                }
                long fence = claim.record().fence() - before;
                return new Claim(
                        claim.kind(), claim.record().toBuilder().fence(fence).build());
            }

            @Override
            public boolean mark(String key, long fence, Mark mark) {
                return super.mark(key, before + fence, mark);
            }

            @Override
            public Finish finish(String key, long fence, KeyOutcome outcome) {
                return super.finish(key, before + fence, outcome);
            }
        });
    }

    /** A key that the restored backup does not have looks new. */
    @Test
    void withWorkersThatSendOlderKeysAfterARestoreASecondSendIsFound() {
        var setup = new ModelRun.Setup(3, AHEAD, UnaryOperator.identity(), true, false);
        assertThat(explore("older keys are sent after a restore", setup)).startsWith("sent twice\n");
    }
}

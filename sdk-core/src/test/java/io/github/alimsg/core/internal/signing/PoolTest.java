package io.github.alimsg.core.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {
    private static final int KEPT = 4;
    private static final int PLACES = 16;

    private final Pool<Integer> pool = new Pool<>();

    @Test
    void aThreadGetsBackWhatItGaveAndEachOnce() {
        giveMore(KEPT);

        assertThat(takeAll()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(pool.take()).isNull();
    }

    @Test
    void whatIsBeyondFourIsDropped() throws Exception {
        giveMore(KEPT + 1);

        neighbour(() -> assertThat(pool.take()).isNull());
        assertThat(takeAll()).hasSize(KEPT);
    }

    @Test
    void otherThreadsHaveOtherPlaces() throws Exception {
        neighbour(() -> giveMore(KEPT));

        assertThat(pool.take()).isNull();
    }

    private void giveMore(int count) {
        for (int i = 0; i < count; i++) {
            pool.give(i);
        }
    }

    private List<Integer> takeAll() {
        List<Integer> taken = new ArrayList<>();
        for (Integer each; (each = pool.take()) != null; ) {
            taken.add(each);
        }
        return taken;
    }

    /** Runs something on a thread whose places begin where those of this thread end. */
    private static void neighbour(Runnable task) throws Exception {
        var failures = new ArrayList<Throwable>();
        long wanted = (Thread.currentThread().getId() + KEPT) % PLACES;
        Thread thread;
        do {
            thread = new Thread(task);
        } while (thread.getId() % PLACES != wanted);
        thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure));
        thread.start();
        thread.join();
        assertThat(failures).isEmpty();
    }
}

package io.github.alimsg.inbox.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Only the newest are kept, under numbers that only grow")
class NewestTest {
    private final Newest<String> newest = new Newest<>(3);

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            newest.add(Long::toString);
        }
    }

    @Test
    void theOldestGoes() {
        add(3);
        assertThat(newest.add(Long::toString)).isEqualTo("1");
        assertThat(newest.get(1)).isNull();
        assertThat(newest.get(4)).isEqualTo("4");
        assertThat(newest.size()).isEqualTo(3);
        assertThat(newest.first()).isEqualTo(2);
    }

    @Test
    void pagesGoBothWays() {
        add(5);
        assertThat(newest.after(0, 2, any -> true).entries()).containsExactly("3", "4");
        assertThat(newest.after(0, 2, any -> true).more()).isTrue();
        assertThat(newest.before(5, 5, any -> true).entries()).containsExactly("3", "4");
        assertThat(newest.before(9, 1, any -> true)).isEqualTo(new Newest.Page<>(java.util.List.of("5"), true));
        assertThat(newest.after(5, 1, any -> true).entries()).isEmpty();
    }

    @Test
    void oneIsReplacedWhileItIsThere() {
        add(4);
        assertThat(newest.replace(4, old -> old + "!")).isEqualTo("4!");
        assertThat(newest.replace(1, old -> old + "!")).isNull();
    }

    @Test
    void whoWaitsGetsWhatComes() throws Exception {
        add(1);
        CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return newest.await(1, "3"::equals, TimeUnit.SECONDS.toNanos(10));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        add(2);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("3");
        assertThat(newest.await(3, any -> true, 0)).isNull();
    }

    @Test
    void numbersGoOnWhenAllIsForgotten() {
        add(2);
        newest.clear();
        assertThat(newest.size()).isZero();
        add(1);
        assertThat(newest.get(3)).isEqualTo("3");
    }
}

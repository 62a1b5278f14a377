package io.github.alimsg.core.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.internal.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoncesTest {
    @Test
    void nonceHasTheShapeOfAUuid() {
        var nonces = new Nonces();

        assertThat(Stream.generate(nonces::next).limit(1_000))
                .allMatch(nonce -> nonce.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    @Test
    void numbersAreMixedAsTheJdkDoesIt() {
        for (long seed = -1_000; seed < 1_000; seed++) {
            assertThat(Nonces.mixed(seed + 0x9E3779B97F4A7C15L)).isEqualTo(new SplittableRandom(seed).nextLong());
        }
    }

    @Test
    void noNonceComesTwiceAmongAMillionAcrossThreads() throws Exception {
        var nonces = new Nonces();

        List<String> all = new ArrayList<>();
        Together.run(
                        8,
                        () -> IntStream.range(0, 125_000)
                                .mapToObj(i -> nonces.next())
                                .toList())
                .forEach(all::addAll);

        assertThat(all.stream().distinct().count()).isEqualTo(1_000_000);
    }

    @Test
    void twoOriginsShareNoNonce() {
        var one = new Nonces();
        var other = new Nonces();

        List<String> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(one.next());
            all.add(other.next());
        }

        assertThat(all.stream().distinct().count()).isEqualTo(20_000);
    }
}

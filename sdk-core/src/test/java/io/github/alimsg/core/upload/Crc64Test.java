package io.github.alimsg.core.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Crc64Test {
    /** The first is the check value that catalogues of such sums list; the others were computed bit by bit in Python. */
    @ParameterizedTest
    @CsvSource({"123456789, 11051210869376104954", "'', 0", "Hello OSS, 5213097489099810948"})
    void itIsTheSumOfTheCatalogue(String text, String value) {
        assertThat(of(text.getBytes(UTF_8), Integer.MAX_VALUE)).isEqualTo(value);
    }

    @Test
    void partsAddUpToTheWhole() {
        byte[] bytes = new byte[100_003];
        new Random(3).nextBytes(bytes);

        assertThat(of(bytes, 1_000)).isEqualTo(of(bytes, bytes.length)).isEqualTo(of(bytes, 7));
    }

    private static String of(byte[] bytes, int part) {
        var sum = new Crc64();
        for (int at = 0; at < bytes.length; at += Math.min(part, bytes.length - at)) {
            sum.update(bytes, at, Math.min(part, bytes.length - at));
        }
        return sum.value();
    }
}

package io.github.alimsg.core.internal.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AsciiBufferTest {
    private static final int MANY = 10_000;

    private final AsciiBuffer buffer = new AsciiBuffer();

    @Test
    void roomGrowsWithEveryCharacter() {
        for (int i = 0; i < MANY; i++) {
            buffer.add('x');
        }

        assertThat(buffer).hasToString("x".repeat(MANY));
    }

    @Test
    void roomGrowsWithWhatIsLongerThanAllThereIs() {
        byte[] bytes = new byte[MANY];
        String hex = HexFormat.of().formatHex(bytes);

        assertThat(buffer.addHex(bytes)).hasToString(hex);
        assertThat(buffer.add(hex)).hasToString(hex + hex);
        assertThat(buffer.clear().add(new byte[] {'a', 'b', 'c'}, 2)).hasToString("ab");
    }
}

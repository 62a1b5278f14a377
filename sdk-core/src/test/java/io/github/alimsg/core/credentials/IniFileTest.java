package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Files made up by seeds. */
class IniFileTest {
    private static final List<String> PIECES = List.of(
            "[", "]", "=", "#", ";", "\"", "'", " ", "\t", "\n", "\r\n", "\uFEFF", "default", "key", "x", "\u0000",
            "ä");

    @RepeatedTest(200)
    void aWrittenValueIsReadWhateverSurroundsIt(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Map<String, String> written = new HashMap<>();
        var text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        text.append(noise(random)).append(blank(random)).append("[default]").append(end(random));
        for (int i = random.nextInt(8); i > 0; i--) {
            String key = "key_" + (char) ('a' + random.nextInt(6));
            String value = Stream.generate(() -> "ab#;=:/[".charAt(random.nextInt(8)))
                    .limit(random.nextInt(10))
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            written.put(key, value);
            text.append(blank(random)).append(key).append(blank(random)).append('=');
            text.append(value).append(end(random)).append(noise(random));
        }

        IniFile.Section section = IniFile.section(text + "[other]\nkey_a = other", "default");

        assertThat(section).isEqualTo(new IniFile.Section(written, false));
    }

    private static String noise(Random random) {
        return List.of("", "# key_a = x", "  ; [other]", "\t").get(random.nextInt(4)) + end(random);
    }

    private static String blank(Random random) {
        return List.of("", " ", "\t").get(random.nextInt(3));
    }

    private static String end(Random random) {
        return List.of("", "  ", " # [x] = \"y\"", "\t;").get(random.nextInt(4))
                + (random.nextBoolean() ? "\n" : "\r\n");
    }

    @RepeatedTest(200)
    void anythingElseIsReadOrRefusedByLine(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        String text = Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(random.nextInt(60))
                .collect(Collectors.joining());

        Throwable failure = catchThrowable(() -> IniFile.section(text, "default"));

        if (failure != null) {
            assertThat(failure)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(line \\d+ is not a section.*|.* (is|in line \\d+ is) in quotes.*)");
        }
    }
}

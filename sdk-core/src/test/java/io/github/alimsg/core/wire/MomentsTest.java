package io.github.alimsg.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @Test
    void aMomentIsTheSameInEveryOffset() {
        var random = new Random(4711);
        for (int i = 0; i < 5_000; i++) {
            Instant moment = Instant.ofEpochMilli(random.nextLong(4_102_444_800_000L)); // until 2100
            OffsetDateTime there = moment.atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-64, 65) * 900));

            assertThat(Moments.read(there.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)))
                    .isEqualTo(moment);
            assertThat(Moments.read(moment.toString())).isEqualTo(moment);
            assertThat(Moments.read(there.format(DateTimeFormatter.RFC_1123_DATE_TIME)))
                    .isEqualTo(moment.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "2026-11-28",
                "2026-11-28 09:00:00",
                "2026-11-28T09:00:00",
                "2026-02-30T09:00:00Z",
                "2026-11-28T09:00:00 Asia/Shanghai",
                "Sat, 28 Nov 2026 09:00:00",
                "Sun, 28 Nov 2026 09:00:00 +0800",
                "Sat, 28 Nov 2026 09:00:00 CST",
                "1764320400",
            })
    void textThatLeavesTheMomentOpenIsNone(String text) {
        assertThat(Moments.read(text)).isNull();
    }

    @Test
    void damagedTextIsAMomentOrNothing() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var text =
                    new StringBuilder(i % 2 == 0 ? "2026-11-28T09:00:00.761+08:00" : "Sat, 28 Nov 2026 09:00:00 +0800");
            for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(' ', 256));
            }
            Instant read = Moments.read(text.toString());
            assertThat(read == null || Moments.read(read.toString()) != null)
                    .as(text.toString())
                    .isTrue();
        }
    }

    @Test
    void longTextIsNotLookedAt() {
        assertThat(Moments.read("2026-11-28T09:00:00." + "0".repeat(100_000) + "Z"))
                .isNull();
    }
}

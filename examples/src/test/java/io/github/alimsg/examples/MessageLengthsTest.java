package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The report on a text names what makes it expensive. */
class MessageLengthsTest {
    @Test
    void aQuoteIsNamed() {
        assertThat(MessageLengths.report("It’s " + "a".repeat(70)))
                .isEqualTo("2 segments because of [’ (U+2019) at 2], in plain characters 1");
    }
}

package io.github.alimsg.core.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningScratchTest {
    private static final String LONGEST = "x".repeat(16_384);

    @Test
    void roomForALongTextIsNotKept() {
        var scratch = new SigningScratch();
        scratch.out.add(LONGEST);
        assertThat(scratch.isSmallEnoughToKeep()).isTrue();

        scratch.out.add('x');
        assertThat(scratch.isSmallEnoughToKeep()).isFalse();
    }

    @Test
    void roomForLongParametersIsNotKept() {
        var scratch = new SigningScratch();
        scratch.pairs.addPlain(LONGEST);
        assertThat(scratch.isSmallEnoughToKeep()).isTrue();

        scratch.pairs.addPlain("x");
        assertThat(scratch.isSmallEnoughToKeep()).isFalse();
    }
}

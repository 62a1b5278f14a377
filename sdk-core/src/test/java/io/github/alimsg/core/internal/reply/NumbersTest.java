package io.github.alimsg.core.internal.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void findsNumbersAndTheWordsThatHaveThem() {
        assertThat(in("ab12cd345 none 678-90")).containsExactly("12", "345", "ab12cd345", "678", "90");
    }

    @Test
    void wordsAreLettersAndDigitsOfAscii() {
        assertThat(in("0A9Z/a1z:@2[`3{é4")).containsExactly("0", "9", "0A9Z", "1", "a1z", "2", "3", "4");
    }

    private static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        Numbers.in(text, (begin, end) -> found.add(text.substring(begin, end)));
        return found;
    }
}

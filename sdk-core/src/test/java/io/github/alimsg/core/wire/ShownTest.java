package io.github.alimsg.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {
    @ParameterizedTest
    @CsvSource({"Ayu Lestari, <11 chars>", "'', <0 chars>", "Hi \ud83d\ude00, <4 chars>"})
    void aTextIsShownByItsLengthOnly(String text, String shown) {
        assertThat(Shown.inPlaceOf(text)).isEqualTo(shown);
    }
}

package io.github.alimsg.dysms.mainland.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.PhoneNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainlandNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "+86 139 0000 1234, 13900001234",
        "86 139 0000 1234, 13900001234",
        "139 0000 1234, 13900001234",
        "+86 10 6552 9988, 861065529988",
        "+852 0001 2345, 85200012345",
        "+62 812 3456 7890, 6281234567890",
    })
    void theMainlandFormLeavesOutItsOwnCountryCode(String written, String mainland) {
        assertThat(MainlandNumbers.digits(PhoneNumber.of(written))).isEqualTo(mainland);
    }

    @ParameterizedTest
    @CsvSource({
        "+62 812-3456-7890, 6281234567890",
        "+86 139 0000 1234, 13900001234",
        "0086 139 0000 1234, 13900001234",
        "139 0000 1234, 13900001234",
        "8613900001234, 8613900001234",
    })
    void textThatCertainlyIsANumberIsWrittenAsTheServiceWantsIt(String text, String mainland) {
        assertThat(MainlandNumbers.FORM.of(text)).isEqualTo(mainland);
    }
}

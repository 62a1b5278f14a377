package io.github.alimsg.codegen.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A selector picks the fields it names. */
class SelectorTest {
    @ParameterizedTest
    @CsvSource({
        "SendSms.request.Data.Name, true",
        "SendSms.response.Data.Name, false",
        "SendSms.request.Data, false",
        "SendSms.request.*.Name, true",
        "SendSms.request.*, false",
        "SendSms.request.**, true",
        "SendSms.request.**.Name, true",
        "SendSms.request.Data.**.Name, true",
        "SendSms.request.**.Data, false",
        "*.*.**.Name, true",
        "*.request.**.**.Name, true",
        "Get.*.**.Name, false",
    })
    void picks(String selector, boolean picked) {
        FieldPath path = new FieldPath("SendSms", Direction.REQUEST, List.of("Data", "Name"));

        assertThat(Selector.of(selector).matches(path)).isEqualTo(picked);
    }

    @ParameterizedTest
    @CsvSource({
        "SendSms.request.Name, true",
        "SendSms.request, false",
        "SendSms, false",
        "SendSms.in.Name, false",
        "SendSms.request..Name, false",
    })
    void hasAShape(String selector, boolean wellFormed) {
        assertThat(Selector.of(selector).isWellFormed()).isEqualTo(wellFormed);
    }
}

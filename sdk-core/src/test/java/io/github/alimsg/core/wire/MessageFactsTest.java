package io.github.alimsg.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.wire.MessageFacts.Form;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages are read from parameters, however they are written. */
class MessageFactsTest {
    private static final Map<String, Pattern> HOME = Map.of("49", Pattern.compile("1[5-7][0-9]{9}"));

    private static List<OutgoingMessage> messages(MessageFacts facts, Map<String, String> parameters) {
        return facts.messages(ProbeOperation.INSTANCE, parameters, HOME);
    }

    private static List<String> recipients(MessageFacts facts, Map<String, String> parameters) {
        return messages(facts, parameters).stream().map(OutgoingMessage::to).toList();
    }

    @Test
    void oneRecipientIsAsItIs() {
        assertThat(recipients(MessageFacts.to("To", Form.ONE), Map.of("To", "page,7")))
                .containsExactly("page,7");
    }

    @Test
    void severalInOneTextAreSeparatedByCommas() {
        assertThat(recipients(MessageFacts.to("To", Form.COMMAS), Map.of("To", "6281, 6282,")))
                .containsExactly("6281", "6282", "");
    }

    @Test
    void aListInJsonHasItsOwnValuesAndCommonOnes() {
        MessageFacts facts = MessageFacts.to("To", Form.JSON)
                .sender("Names")
                .template("Code")
                .values("Values");
        List<OutgoingMessage> messages = messages(
                facts,
                Map.of(
                        "To", "[\"6281\",6282]",
                        "Names", "[\"Acme\",\"Shop\"]",
                        "Code", "T1",
                        "Values", "[{\"code\":\"1\"},{\"code\":2,\"parts\":[1]}]"));

        assertThat(messages).extracting(OutgoingMessage::to).containsExactly("6281", "6282");
        assertThat(messages).extracting(OutgoingMessage::sender).containsExactly("Acme", "Shop");
        assertThat(messages).extracting(OutgoingMessage::template).containsExactly("T1", "T1");
        assertThat(messages)
                .extracting(OutgoingMessage::values)
                .containsExactly(Map.of("code", "1"), Map.of("code", "2", "parts", "[1]"));
    }

    @Test
    void aTextWhereAListIsExpectedIsReadAsNumbers() {
        assertThat(recipients(MessageFacts.to("To", Form.JSON), Map.of("To", "6281,6282")))
                .containsExactly("6281", "6282");
    }

    @Test
    void itemsOfAListAreInJsonOrNumbered() {
        MessageFacts facts = MessageFacts.to("List.To", Form.ONE).values("List.Vars");

        List<OutgoingMessage> json =
                messages(facts, Map.of("List", "[{\"To\":\"6281\",\"Vars\":{\"a\":\"b\"}},{\"To\":\"6282\"},{}]"));
        List<OutgoingMessage> numbered =
                messages(facts, Map.of("List.1.To", "6281", "List.1.Vars", "{\"a\":\"b\"}", "List.2.Vars", "{}"));

        assertThat(json).extracting(OutgoingMessage::to).containsExactly("6281", "6282", "");
        assertThat(json.get(0).values()).isEqualTo(Map.of("a", "b"));
        assertThat(numbered).extracting(OutgoingMessage::to).containsExactly("6281", "");
        assertThat(numbered.get(0).values()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void numbersHaveTheirCallingCode() {
        assertThat(recipients(
                        MessageFacts.to("To", Form.COMMAS),
                        Map.of("To", "15112345678,+49 151 12345678,0062 812-3456,account-7")))
                .containsExactly("4915112345678", "4915112345678", "628123456", "account-7");
    }

    @Test
    void whoeverCannotBeReadIsNobodyAndStillAMessage() {
        assertThat(recipients(MessageFacts.unaddressed(), Map.of())).containsExactly("");
        assertThat(recipients(MessageFacts.to("To", Form.ONE), Map.of())).containsExactly("");
        assertThat(recipients(MessageFacts.to("To", Form.JSON), Map.of("To", "[broken")))
                .containsExactly("");
        assertThat(recipients(MessageFacts.to("List.To", Form.ONE), Map.of("List", "{}")))
                .containsExactly("");
        assertThat(messages(MessageFacts.to("To", Form.ONE).values("V"), Map.of("To", "1", "V", "no json"))
                        .get(0)
                        .values())
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBackUnchanged() {
        assertThat(MessageFacts.to("To", Form.COMMAS).recipients(Map.of("To", "+62 81,0086 139")))
                .containsExactly("+62 81", "0086 139");
        assertThat(MessageFacts.unaddressed().recipients(Map.of("To", "6281"))).isEmpty();
    }
}

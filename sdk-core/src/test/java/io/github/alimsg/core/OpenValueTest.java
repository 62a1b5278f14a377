package io.github.alimsg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;

class OpenValueTest {
    private static final class Channel extends OpenValue {
        Channel(String value) {
            super(value);
        }
    }

    private static final class Language extends OpenValue {
        Language(String value) {
            super(value);
        }
    }

    @Test
    void equalTextsOfOneClassAreEqual() {
        EqualsVerifier.forClass(Channel.class)
                .usingGetClass()
                .suppress(Warning.NULL_FIELDS) // its constructor refuses null
                .verify();
    }

    @Test
    void equalTextsOfTwoClassesDiffer() {
        assertThat((Object) new Channel("en")).isNotEqualTo(new Language("en"));
    }

    @Test
    void valueIsTheTextOnTheWire() {
        assertThat(new Channel("whatsapp").value()).isEqualTo("whatsapp");
        assertThat(new Channel("whatsapp")).hasToString("whatsapp");
    }

    @Test
    void valueIsNeverNull() {
        assertThatNullPointerException().isThrownBy(() -> new Channel(null)).withMessage("value");
    }
}

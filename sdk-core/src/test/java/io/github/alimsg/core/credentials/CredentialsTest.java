package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @Test
    void equalCredentialsHaveEqualParts() {
        EqualsVerifier.forClass(Credentials.class)
                .suppress(Warning.NULL_FIELDS) // id and secret are never null
                .verify();
    }

    @Test
    void onlyTheKeyIdIsShown() {
        assertThat(Credentials.of("LTAI5t", "topsecret")).hasToString("Credentials[LTAI5t]");
        assertThat(Credentials.temporary("STS.NV", "topsecret", "CAIStoken", Instant.EPOCH))
                .hasToString("Credentials[STS.NV, temporary]");
    }

    @Test
    void nobodyHasNoKey() {
        assertThat(Credentials.anonymous().isAnonymous()).isTrue();
        assertThat(Credentials.anonymous()).hasToString("Credentials[anonymous]");
        assertThat(Credentials.of("id", "secret").isAnonymous()).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\n"})
    void everyPartIsRequired(String empty) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of(empty, "secret"))
                .withMessage("the access key id is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of("id", empty))
                .withMessage("the access key secret is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.temporary("id", "secret", empty, null))
                .withMessage("the security token is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"top secret", "topsecret\n", " topsecret", "topsécret", "top\u0000", "top\u007f"})
    void whatCannotStandInAHeaderIsRefusedWithoutQuotingIt(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of("id", secret))
                .withMessageMatching("the access key secret has a space, a line break or a character outside ASCII"
                        + " at position \\d; copy it again");
    }

    @Test
    void fixedProviderGivesWhatItWasGiven() {
        assertThat(CredentialsProviders.fixed("id", "secret").credentials()).isEqualTo(Credentials.of("id", "secret"));
    }
}

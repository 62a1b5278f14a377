package io.github.alimsg.core.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signer sends by itself cannot be sent once more by an application. */
class SignersOwnParametersTest {
    private static final List<Credentials> KINDS = List.of(
            Credentials.anonymous(),
            Credentials.of("id", "secret"),
            Credentials.temporary("id", "secret", "token", null));

    @ParameterizedTest
    @EnumSource(Signature.class)
    void everyNameThatASignerSendsIsRefused(Signature signature) {
        RequestSigner signer = RequestSigner.of(signature, "example.com", "2020-06-06");
        List<String> names = new ArrayList<>();
        for (Credentials credentials : KINDS) {
            SignedRequest signed = signer.sign("Op", new PercentEncodedPairs(0), null, credentials, 0, "nonce");
            for (String pair : signed.query().split("&", -1)) {
                names.add(pair.replaceAll("=.*", ""));
            }
            for (int i = 0; i < signed.headers().size(); i += 2) {
                names.add(signed.headers().get(i));
            }
        }
        names.removeIf(name -> name.isEmpty()
                || name.equals("Authorization")
                || name.equals("Accept")); // parameters of these names nobody reads

        assertThat(names).hasSizeGreaterThan(10).allSatisfy(SignersOwnParametersTest::isRefused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Action", "Version", "AccessKeyId", "Signature", "SignatureType", "BearerToken", "x-acs-new"})
    void namesOfTheProtocolAreRefused(String name) {
        isRefused(name);
    }

    @Test
    void namesThatOnlyBeginLikeThemAreNot() {
        SdkRequest request = new Any(new AnyBuilder()
                .putParam("ActionType", "a")
                .putParam("Version.1", "b")
                .putParam("SignatureNo", "c"));

        assertThat(request.extraParams()).hasSize(3);
    }

    private static void isRefused(String name) {
        for (UnaryOperator<String> spelling : List.<UnaryOperator<String>>of(
                text -> text, text -> text.toLowerCase(Locale.ROOT), text -> text.toUpperCase(Locale.ROOT))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AnyBuilder().putParam(spelling.apply(name), "topsecret"))
                    .withMessage(spelling.apply(name) + " is sent by the SDK itself and can't be a parameter");
        }
    }

    private static final class Any extends SdkRequest {
        Any(AnyBuilder builder) {
            super(builder);
        }
    }

    private static final class AnyBuilder extends SdkRequest.Builder<AnyBuilder> {}
}

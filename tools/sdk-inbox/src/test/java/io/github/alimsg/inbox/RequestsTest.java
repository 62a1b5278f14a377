package io.github.alimsg.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A request that is refused says why")
class RequestsTest extends InboxTestCase {
    private static final String REAL_KEY = "LTAI5tSomebodysRealKey01";

    private JsonNode refused(Credentials key, Signature signature) {
        try (DysmsInternationalClient other = DysmsInternationalClient.builder()
                .endpoint(cloud.endpoint())
                .credentials(() -> key)
                .signature(signature)
                .build()) {
            assertThatThrownBy(() ->
                            other.sendMessageToGlobe(m -> m.to("6281234567890").message("Hello")))
                    .isInstanceOf(ServiceException.class);
        }
        JsonNode requests = page.read("/requests").path("requests");
        JsonNode summary = requests.get(requests.size() - 1);
        assertThat(summary.path("accepted").asBoolean()).isFalse();
        return page.read("/requests/" + summary.path("sequence").asLong());
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void aWrongSecretIsNamedAndNeverShown(Signature signature) {
        String secret = "aSecretOfSomebodyElse";
        JsonNode request = refused(Credentials.of(cloud.credentials().accessKeyId(), secret), signature);

        assertThat(request.path("refusalCode").asText()).isEqualTo("SignatureDoesNotMatch");
        assertThat(request.path("signature").path("right").asBoolean()).isFalse();
        assertThat(request.path("signature").path("reason").asText()).isNotEmpty();
        assertThat(request.path("signature").path("expected").asText()).isNotEmpty();
        assertThat(request.toString())
                .doesNotContain(secret)
                .doesNotContain(cloud.credentials().accessKeySecret());
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void ofAKeyThatMayBeARealOneOnlyTheBeginningIsShown(Signature signature) {
        JsonNode request = refused(Credentials.of(REAL_KEY, "itsSecret"), signature);

        assertThat(request.path("refusalCode").asText()).isEqualTo("InvalidAccessKeyId.NotFound");
        assertThat(request.toString()).contains("LTAI…").doesNotContain(REAL_KEY);
        assertThat(page.get("/requests").body()).doesNotContain(REAL_KEY);
    }

    @Test
    void longTextsAreCut() {
        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("x".repeat(70_000)));

        JsonNode request = page.read("/requests/1");
        assertThat(request.path("truncated").asBoolean()).isTrue();
        assertThat(request.path("parameters").path("Message").asText()).hasSize(64 * 1024);
    }

    @Test
    void aRequestNamesTheMessagesThatItSent() {
        mainland.sendSms(
                m -> m.phoneNumbers("13800001111,13800002222").signName("Acme").templateCode("SMS_1"));

        JsonNode request = page.read("/requests/1");
        assertThat(request.path("messages")).hasSize(2);
        assertThat(page.read("/messages").path("messages").get(1).path("id"))
                .isEqualTo(request.path("messages").get(1));
    }
}

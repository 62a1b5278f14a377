package io.github.alimsg.inbox.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A search finds messages by words and by keys")
class SearchTest {
    private static final StoredMessage MESSAGE = message();

    private static StoredMessage message() {
        ObjectNode json = Json.object()
                .put("id", "id-1")
                .put("to", "6281234567890")
                .put("sender", "Acme")
                .put("operation", "SendMessageToGlobe")
                .put("text", "Your parcel has arrived")
                .put("template", "SMS_1")
                .put("ownId", "order-4711")
                .put("state", "failed")
                .put("errorCode", "131026");
        Json.put(json, "at", Instant.parse("2026-11-29T08:00:00Z"));
        json.putObject("values").put("name", "Ayu");
        return new StoredMessage(1, json, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PARCEL",
                "parcel arrived",
                "\"parcel has\"",
                "ayu",
                "to:\"+62 812-3456\"",
                "to:+6281234567890",
                "from:acme",
                "op:sendmessagetoglobe",
                "state:failed",
                "id:order-4711",
                "id:ID-1",
                "template:sms_1",
                "error:131026",
                "before:2026-11-30",
                "before:2026-11-29T08:00:01Z",
                "before:2026-11-29t16:00:01+08:00 parcel state:failed"
            })
    void theseFindIt(String search) {
        assertThat(Search.of(search).test(MESSAGE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice",
                "parcel invoice",
                "\"has parcel\"",
                "to:999",
                "op:SendSms",
                "state:read",
                "id:order",
                "before:2026-11-29",
                "http://x"
            })
    void theseDoNot(String search) {
        assertThat(Search.of(search).test(MESSAGE)).isFalse();
    }

    @Test
    void whatCanNotBeReadSaysHowToWriteIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Search.of("before:yesterday"))
                .withMessageContaining("2026-01-31");
        assertThatIllegalArgumentException().isThrownBy(() -> Search.of("op:")).withMessageContaining("op:SendSms");
    }
}

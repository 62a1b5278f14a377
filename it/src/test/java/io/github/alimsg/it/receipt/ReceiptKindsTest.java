package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.dysms.international.receipt.DysmsInternationalReceipts;
import io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of receipts are told by ids and states of their own, not by what they say. */
class ReceiptKindsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final List<String> kinds = new ArrayList<>();
    private final ReceiptDispatcher cams =
            CamsReceipts.builder().onOther(this::add).build();
    private final ReceiptDispatcher mainland =
            DysmsMainlandReceipts.builder().onOther(this::add).build();
    private final ReceiptDispatcher globe =
            DysmsInternationalReceipts.builder().onOther(this::add).build();

    private void add(Receipt receipt) {
        kinds.add(receipt.getClass().getSimpleName());
    }

    static Stream<Arguments> mainlandReceipts() {
        return Stream.of(
                Arguments.of(Bodies.MAINLAND_REPORT, "SmsReport"),
                Arguments.of(Bodies.MAINLAND_UP, "SmsUp"),
                Arguments.of(Bodies.MAINLAND_SIGN, "SignSmsReport"),
                Arguments.of(Bodies.MAINLAND_TEMPLATE, "TemplateSmsReport"));
    }

    @ParameterizedTest
    @MethodSource("mainlandReceipts")
    void contentIsNotWhatMakesAMainlandReceiptAReply(String body, String kind) {
        mainland.handle(bytes(with(body, "content", "Your order is on its way").toString()));
        mainland.handle(bytes(without(body, "content").toString()));
        assertThat(kinds).containsExactly(kind, kind);
    }

    static Stream<Arguments> chatReceipts() {
        return Stream.of(
                Arguments.of(Bodies.STATUS_TEMPLATE, "ChatAppStatus"),
                Arguments.of(Bodies.STATUS_MESSAGE, "ChatAppStatus"),
                Arguments.of(Bodies.INBOUND_TEXT, "ChatAppInbound"),
                Arguments.of(Bodies.INBOUND_AUDIO, "ChatAppInbound"),
                Arguments.of(Bodies.AUDIT_V1, "ChatAppAudit"),
                Arguments.of(Bodies.AUDIT_V2, "ChatAppAudit"));
    }

    @ParameterizedTest
    @MethodSource("chatReceipts")
    void aMessageIsNotWhatMakesAChatReceiptInbound(String body, String kind) {
        cams.handle(bytes(with(body, "Message", "Your order is on its way").toString()));
        cams.handle(bytes(without(body, "Message").toString()));
        assertThat(kinds).containsExactly(kind, kind);
    }

    static Stream<Arguments> fewFields() {
        return Stream.of(
                Arguments.of("{\"phone_number\":\"13800001111\",\"content\":\"TD\"}", "SmsUp"),
                Arguments.of("{\"phone_number\":\"13800001111\",\"dest_code\":\"1001\"}", "SmsUp"),
                Arguments.of("{\"sequence_id\":7,\"biz_id\":\"9\",\"content\":\"TD\"}", "SmsUp"),
                Arguments.of("{\"biz_id\":\"9\",\"err_code\":\"DELIVERED\",\"sequence_id\":7}", "SmsReport"),
                Arguments.of("{\"biz_id\":\"9\",\"report_time\":\"2026-11-21 18:00:00\"}", "SmsReport"),
                Arguments.of("{\"biz_id\":\"9\",\"phone_number\":\"13800001111\",\"content\":\"x\"}", "UnknownReceipt"),
                Arguments.of("{\"content\":\"news\"}", "UnknownReceipt"));
    }

    @ParameterizedTest
    @MethodSource("fewFields")
    void aFewFieldsAreEnough(String body, String kind) {
        mainland.handle(bytes(body));
        assertThat(kinds).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {Bodies.GLOBE_HTTP, Bodies.GLOBE_QUEUE})
    void anInternationalReportMayCarryContent(String body) {
        globe.handle(bytes(with(body, "Content", "Your order is on its way").toString()));
        assertThat(kinds).containsExactly("GlobeReport");
    }

    private static JsonNode first(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root.isArray() ? root.get(0) : root;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A receipt with a new id, so that it is not taken for a repetition. */
    private static ObjectNode with(String body, String field, String value) {
        ObjectNode object = without(body, field);
        for (String id : List.of("biz_id", "sequence_id", "orderId", "MessageId")) {
            if (object.has(id)) {
                object.put(id, object.get(id).asText() + "1");
            }
        }
        return object.put(field, value);
    }

    private static ObjectNode without(String body, String field) {
        ObjectNode object = first(body).deepCopy();
        object.remove(field);
        return object;
    }
}

package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.receipt.DysmsInternationalReceipts;
import io.github.alimsg.dysms.international.receipt.GlobeReport;
import io.github.alimsg.dysms.international.receipt.MainlandReport;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts;
import io.github.alimsg.dysms.mainland.receipt.SmsReport;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.PostedReceipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documented codes of all products have the same reasons, others have none, and the fake can make each. */
class FailureReasonTest {
    private static final String NUMBER = "6281277700123";
    private static final String MAINLAND_NUMBER = "13800002222";

    private final FakeCloud cloud = FakeCloud.start();
    private final CamsClient cams = cloud.configure(CamsClient.builder()).build();
    private final DysmsInternationalClient sms =
            cloud.configure(DysmsInternationalClient.builder()).build();
    private final DysmsMainlandClient mainland =
            cloud.configure(DysmsMainlandClient.builder()).build();
    private final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        serve("/chat", CamsReceipts.builder().onStatus(reports::add).build());
        serve(
                "/globe",
                DysmsInternationalReceipts.builder().onGlobeReport(reports::add).build());
        serve(
                "/mainland",
                DysmsMainlandReceipts.builder().onSmsReport(reports::add).build());
        server.start();
    }

    private void serve(String path, ReceiptDispatcher receipts) {
        server.createContext(path, exchange -> {
            var response = receipts.handle(exchange.getRequestBody());
            byte[] body = response.body();
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void close() {
        server.stop(0);
        cams.close();
        sms.close();
        mainland.close();
        cloud.close();
    }

    /** A product, with a message and where its receipts go. */
    private enum Product {
        CHAT("ChatAppStatus", "/chat") {
            @Override
            void send(FailureReasonTest test) {
                test.cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                        .from("6281100000001")
                        .to(NUMBER)
                        .type("message")
                        .messageType("text")
                        .content("{\"text\":\"Hello\"}"));
            }
        },
        INTERNATIONAL("GlobeSmsReport", "/globe") {
            @Override
            void send(FailureReasonTest test) {
                test.sms.sendMessageToGlobe(m -> m.to(NUMBER).message("Hello"));
            }
        },
        MAINLAND("SmsReport", "/mainland") {
            @Override
            void send(FailureReasonTest test) {
                test.mainland.sendSms(
                        m -> m.phoneNumbers(MAINLAND_NUMBER).signName("Example").templateCode("SMS_1"));
            }
        };

        private final String kind;
        private final String path;

        Product(String kind, String path) {
            this.kind = kind;
            this.path = path;
        }

        abstract void send(FailureReasonTest test);
    }

    /** Sends a message that fails for a reason, and returns the last report on it. */
    private DeliveryReport report(Product product, FailureReason reason) {
        reports.clear();
        cloud.receipts().fail(NUMBER, reason).fail(MAINLAND_NUMBER, reason);
        product.send(this);
        URI target = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + product.path);
        assertThat(cloud.receipts().deliver(target, d -> d.only(product.kind)))
                .isNotEmpty()
                .allMatch(PostedReceipt::accepted);
        return reports.get(reports.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT, 'UNREACHABLE, EXPIRED'",
        "INTERNATIONAL, 'WINDOW_CLOSED, NOT_ON_CHANNEL, OPTED_OUT'",
        "MAINLAND, 'WINDOW_CLOSED, SENDER_LIMIT, TEMPLATE'"
    })
    void theFakeMakesEveryReasonThatAProductHasACodeFor(Product product, String withoutCode) {
        Set<FailureReason> arrived = EnumSet.noneOf(FailureReason.class);
        for (FailureReason reason : EnumSet.complementOf(EnumSet.of(FailureReason.NONE))) {
            DeliveryReport report = report(product, reason);
            if (report.reason() == FailureReason.NONE) {
                assertThat(report.state()).isIn(DeliveryState.DELIVERED, DeliveryState.READ);
                arrived.add(reason);
            } else {
                assertThat(report.reason()).isEqualTo(reason);
                assertThat(report.state())
                        .isEqualTo(reason == FailureReason.EXPIRED ? DeliveryState.EXPIRED : DeliveryState.FAILED);
            }
        }
        assertThat(arrived.toString()).isEqualTo("[" + withoutCode + "]");
    }

    @Test
    void theLastFailureOfANumberCounts() {
        cloud.receipts().fail(NUMBER, "131026");
        assertThat(report(Product.CHAT, FailureReason.WINDOW_CLOSED).errorCode())
                .isEqualTo("131047");
        cloud.receipts().fail(NUMBER, FailureReason.WINDOW_CLOSED);
        reports.clear();
        Product.CHAT.send(this);
        cloud.receipts().fail(NUMBER, "987654");
        cloud.receipts()
                .deliver(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/chat"));
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.reason()).isEqualTo(FailureReason.UNKNOWN);
            assertThat(report.errorCode()).isEqualTo("987654");
        });
    }

    @Test
    void noneIsNotAFailure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cloud.receipts().fail(NUMBER, FailureReason.NONE))
                .withMessageNotContaining(NUMBER);
    }

    private static ChatAppStatus chat(String code) {
        return ChatAppStatus.parse(bytes("{\"MessageId\":\"1\",\"Status\":\"Failed\",\"ErrorCode\":" + code + "}"))
                .get(0);
    }

    private static GlobeReport globe(String code) {
        return GlobeReport.parse(bytes("{\"MessageId\":\"1\",\"Status\":\"2\",\"ErrorCode\":\"" + code + "\"}"))
                .get(0);
    }

    private static SmsReport mainland(String code) {
        return SmsReport.parse(bytes("{\"biz_id\":\"1\",\"success\":false,\"err_code\":\"" + code + "\"}"))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "131047, WINDOW_CLOSED",
        "131026, NOT_ON_CHANNEL",
        "131050, OPTED_OUT",
        "131049, RECIPIENT_LIMIT",
        "131056, RECIPIENT_LIMIT",
        "130429, SENDER_LIMIT",
        "131048, SENDER_LIMIT",
        "368, SENDER_REFUSED",
        "131031, SENDER_REFUSED",
        "131051, CONTENT",
        "131053, CONTENT",
        "132000, TEMPLATE",
        "132001, TEMPLATE",
        "132007, TEMPLATE",
        "132012, TEMPLATE",
        "132015, TEMPLATE",
        "132016, TEMPLATE",
        "131016, SERVER_FAULT",
        "131000, UNKNOWN",
        "130472, UNKNOWN",
        "13104, UNKNOWN",
        "1310470, UNKNOWN",
        "SRVC_USER_BLOCKED, OPTED_OUT",
        "SRVC_NOT_VIBER_USER, NOT_ON_CHANNEL",
        "SRVC_NO_SUITABLE_DEVICE, NOT_ON_CHANNEL",
        "SRVC_WAIT_FOR_USER_RESPONSE, RECIPIENT_LIMIT",
        "SRVC_BAD_FILE_SIZE, CONTENT",
        "SRVC_TIMEOUT, SERVER_FAULT",
        "SRVC_BAD_DATA, UNKNOWN"
    })
    void codesOfChannels(String code, FailureReason reason) {
        assertThat(chat("\"" + code + "\"").reason()).isEqualTo(reason);
        if (code.chars().allMatch(Character::isDigit)) {
            assertThat(chat(code).reason()).as("as a number").isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SP_NOT_BY_INTER_SMS, NOT_ON_CHANNEL",
        "MOBILE_NOT_ON_SERVICE, UNREACHABLE",
        "MOBILE_ACCOUNT_ABNORMAL, UNREACHABLE",
        "MOBLLE_TERMINAL_ERROR, UNREACHABLE",
        "MOBILE_TERMINAL_ERROR, UNREACHABLE",
        "INVALID_NUMBER, UNREACHABLE",
        "USER_REJECT, OPTED_OUT",
        "MOBILE_IN_BLACK, OPTED_OUT",
        "MOBILE_SEND_LIMIT, RECIPIENT_LIMIT",
        "PORT_NOT_REGISTERED, SENDER_REFUSED",
        "CONTENT_KEYWORD, CONTENT",
        "CONTENT_ERROR, CONTENT",
        "IS_CLOSE, SERVER_FAULT",
        "SP_UNKNOWN_ERROR, UNKNOWN",
        "SP_UNKNOW_ERROR, UNKNOWN",
        "NO_ROUTE, UNKNOWN",
        "PARAMS_ILLEGAL, UNKNOWN",
        "MK:0001, UNKNOWN",
        "131047, UNKNOWN"
    })
    void codesOfMainlandReports(String code, FailureReason reason) {
        assertThat(mainland(code).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "MOBILE_NUMBER_ILLEGAL, UNREACHABLE",
        "BUSINESS_LIMIT_CONTROL_PHONE, RECIPIENT_LIMIT",
        "QPS_LIMIT_CONTROL, SENDER_LIMIT",
        "ALERT_LIMIT_DAY, SENDER_LIMIT",
        "ALERT_LIMIT_MONTH, SENDER_LIMIT",
        "INVALID_SENDERID, SENDER_REFUSED",
        "SMS_SIGN_NAME_ILLEGAL, SENDER_REFUSED",
        "ACCOUNT_ILLEGAL, SENDER_REFUSED",
        "SMS_CONTENT_ILLEGAL, CONTENT",
        "CONTENT_EXCEED_LIMIT, CONTENT",
        "BLACK_KEY_CONTROL_LIMIT, CONTENT",
        "SMS_CONTENT_CODE_ILLEGAL, TEMPLATE",
        "CONTENT_MISSING_PARAMETERS, TEMPLATE",
        "PARAM_LENGTH_LIMIT, TEMPLATE",
        "SYSTEM_ERROR, SERVER_FAULT",
        "BUSINESS_LIMIT_CONTROL_MINUTE, UNKNOWN",
        "UNDELIVERED, UNKNOWN",
        "MOBILE_NOT_ON_SERVICE, UNKNOWN"
    })
    void codesOfInternationalReports(String code, FailureReason reason) {
        assertThat(globe(code).reason()).isEqualTo(reason);
        assertThat(MainlandReport.parse(bytes("{\"BizId\":\"1\",\"SendStatus\":2,\"ErrorCode\":\"" + code + "\"}"))
                        .get(0)
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "{\"a\":1}", "[131047]", "\"131047: more than 24 hours\""})
    void aCodeOfAnotherFormHasNoReasonAndStaysReachable(String code) {
        assertThat(chat(code).reason()).isEqualTo(FailureReason.UNKNOWN);
        assertThat(chat("\"no such code\"").errorCode()).isEqualTo("no such code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sent", "Delivered", "Read", "unsubscribe", "Pondering"})
    void whatHasNotFailedHasNoReasonWhateverItsCode(String status) {
        var receipt = ChatAppStatus.parse(
                bytes("{\"MessageId\":\"1\",\"Status\":\"" + status + "\",\"ErrorCode\":\"131047\"}"));
        assertThat(receipt.get(0).reason()).isEqualTo(FailureReason.NONE);
    }

    @Test
    void anExpiredMessageExpiredWhateverItsCode() {
        var report = GlobeReport.parse(
                bytes("{\"MessageId\":\"1\",\"Status\":\"6\",\"ErrorCode\":\"SMS_CONTENT_ILLEGAL\"}"));
        assertThat(report.get(0).reason()).isEqualTo(FailureReason.EXPIRED);
    }
}

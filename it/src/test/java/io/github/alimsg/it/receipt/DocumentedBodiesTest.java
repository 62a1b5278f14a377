package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.receipt.AuditType;
import io.github.alimsg.cams.receipt.ChatAppAudit;
import io.github.alimsg.cams.receipt.ChatAppInbound;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.cams.receipt.InboundLocation;
import io.github.alimsg.cams.receipt.InboundMedia;
import io.github.alimsg.cams.receipt.InboundReply;
import io.github.alimsg.cams.receipt.InboundType;
import io.github.alimsg.cams.receipt.MessageStatus;
import io.github.alimsg.dysms.international.receipt.GlobeReport;
import io.github.alimsg.dysms.international.receipt.GlobeStatus;
import io.github.alimsg.dysms.international.receipt.MainlandReport;
import io.github.alimsg.dysms.international.receipt.MainlandStatus;
import io.github.alimsg.dysms.mainland.receipt.SignSmsReport;
import io.github.alimsg.dysms.mainland.receipt.SmsReport;
import io.github.alimsg.dysms.mainland.receipt.SmsUp;
import io.github.alimsg.dysms.mainland.receipt.TemplateSmsReport;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every documented body, every accessor. */
class DocumentedBodiesTest {
    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z"); // 18:00 in Beijing, 1795255200000

    @Test
    void aStatusOfATemplate() {
        ChatAppStatus status = only(ChatAppStatus.parse(bytes(Bodies.STATUS_TEMPLATE)));
        assertThat(status.messageId()).isEqualTo("2026112100000000001");
        assertThat(status.taskId()).isEqualTo("order-4711");
        assertThat(status.status()).isSameAs(MessageStatus.FAILED);
        assertThat(status.statusDescription()).isNull();
        assertThat(status.timestamp()).isEqualTo(TEN);
        assertThat(status.errorCode()).isEqualTo("131026");
        assertThat(status.errorDescription()).startsWith("131026:cannot");
        assertThat(status.from()).isEqualTo("6281100000001");
        assertThat(status.to()).isEqualTo("6281277700123");
        assertThat(status.originPhoneNumber()).isEqualTo("6281100000001");
        assertThat(status.frameType()).isEqualTo("template");
        assertThat(status.contentType()).isEqualTo("TEMPLATE");
        assertThat(status.templateCode()).isEqualTo("820500000000000001");
        assertThat(status.templateName()).isEqualTo("order_update");
        assertThat(status.language()).isEqualTo("id");
    }

    @Test
    void aStatusOfAMessage() {
        ChatAppStatus status = only(ChatAppStatus.parse(bytes(Bodies.STATUS_MESSAGE)));
        assertThat(status.status()).isSameAs(MessageStatus.READ);
        assertThat(status.statusDescription()).isEqualTo("read");
        assertThat(status.timestamp()).as("a number as text").isEqualTo(TEN.plusSeconds(1));
        assertThat(status.contentType()).isEqualTo("INTERACTIVE");
        assertThat(status.conversationId()).isEqualTo("c-77");
        assertThat(status.conversationType()).isEqualTo("utility");
        assertThat(status.conversationExpires()).isEqualTo(TEN.plusSeconds(86_400));
        assertThat(status.fromUserId()).isEqualTo("ID.1001");
        assertThat(status.fromParentUserId()).isEqualTo("ID.1000");
        assertThat(status.fromUserName()).isEqualTo("ayu.k");
        assertThat(status.errorCode()).isNull();
    }

    @Test
    void inboundText() {
        List<ChatAppInbound> both = ChatAppInbound.parse(bytes(Bodies.INBOUND_TEXT));
        assertThat(both).extracting(ChatAppInbound::text).containsExactly("Is it {on} its way?", "Thank you");
        ChatAppInbound first = both.get(0);
        assertThat(first.messageId()).isEqualTo("in-1");
        assertThat(first.type()).isSameAs(InboundType.TEXT);
        assertThat(first.message()).isEqualTo(first.text());
        assertThat(first.timestamp()).isEqualTo(TEN.plusSeconds(2));
        assertThat(first.from()).isEqualTo("6281277700123");
        assertThat(first.to()).isEqualTo("6281100000001");
        assertThat(first.displayName()).isEqualTo("Ayu K.");
        assertThat(first.name()).isEqualTo("ayu");
        assertThat(first.media()).isNull();
        assertThat(first.location()).isNull();
        assertThat(first.reply()).isNull();
        assertThat(first.contacts()).isEmpty();
    }

    @Test
    void inboundAudioAsPublishedWithASpaceInAKeyAndLineBreaksInAText() {
        ChatAppInbound message = only(ChatAppInbound.parse(bytes(Bodies.INBOUND_AUDIO)));
        assertThat(message.timestamp()).isEqualTo(TEN.plusSeconds(4));
        assertThat(message.custSpaceId()).isEqualTo("cams-8c8example");
        assertThat(message.wabaId()).isEqualTo("95270000000233");
        assertThat(message.noticeType()).isEqualTo("inbound");
        InboundMedia audio = Objects.requireNonNull(message.media());
        assertThat(audio.fileName()).isEqualTo("note.ogg");
        assertThat(audio.id()).isEqualTo("771");
        assertThat(audio.mimeType()).isEqualTo("audio/ogg");
        assertThat(audio.url()).isEqualTo("https://media.example/771.ogg");
        assertThat(audio.raw("/animated")).isEqualTo("false");
        assertThat(message.raw("/Message/animated")).as("through the text").isEqualTo("false");
        assertThat(message.text()).isNull();
    }

    @Test
    void inboundFiles() {
        InboundMedia image = media(Bodies.INBOUND_IMAGE);
        assertThat(image.caption()).isEqualTo("my door");
        assertThat(image.url()).isEqualTo("https://media.example/772.jpg");
        InboundMedia video = media(Bodies.INBOUND_VIDEO);
        assertThat(video.name()).isEqualTo("the yard");
        InboundMedia document = media(Bodies.INBOUND_DOCUMENT);
        assertThat(document.fileName()).isEqualTo("bill.pdf");
        assertThat(document.id()).as("text as a number").isEqualTo("774");
    }

    private static InboundMedia media(String body) {
        return Objects.requireNonNull(only(ChatAppInbound.parse(bytes(body))).media());
    }

    @Test
    void inboundLocation() {
        InboundLocation place = Objects.requireNonNull(
                only(ChatAppInbound.parse(bytes(Bodies.INBOUND_LOCATION))).location());
        assertThat(place.latitude()).isEqualTo("-6.2000");
        assertThat(place.longitude()).isEqualTo("106.8166");
        assertThat(place.name()).isEqualTo("Home");
        assertThat(place.address()).isEqualTo("Jalan Contoh 1");
    }

    @Test
    void inboundReply() {
        InboundReply reply = Objects.requireNonNull(
                only(ChatAppInbound.parse(bytes(Bodies.INBOUND_REPLY))).reply());
        assertThat(reply.text()).isEqualTo("Confirm");
        assertThat(reply.payload()).isEqualTo("confirm-4711");
    }

    @Test
    void inboundContacts() {
        var people = only(ChatAppInbound.parse(bytes(Bodies.INBOUND_CONTACTS))).contacts();
        assertThat(people).extracting(person -> person.name()).containsExactly("Citra D.", "Dewi");
        assertThat(people.get(0).phones()).containsExactly("+6281277700125");
        assertThat(people.get(1).phones()).isEmpty();
    }

    @Test
    void inboundOfAnUnknownKind() {
        ChatAppInbound message = only(ChatAppInbound.parse(
                bytes("[{\"MessageId\":\"1\",\"Type\":\"HOLOGRAM\",\"Message\":\"{\\\"a\\\":[7]}\"}]")));
        assertThat(message.type()).isEqualTo(InboundType.of("HOLOGRAM"));
        assertThat(message.message()).isEqualTo("{\"a\":[7]}");
        assertThat(message.raw("/Message/a/0")).isEqualTo("7");
        assertThat(message.media()).isNull();
    }

    @Test
    void auditsOfBothVersions() {
        List<ChatAppAudit> first = ChatAppAudit.parse(bytes(Bodies.AUDIT_V1));
        assertThat(first)
                .extracting(ChatAppAudit::auditStatus)
                .containsExactly(
                        io.github.alimsg.cams.receipt.ReviewStatus.FAIL,
                        io.github.alimsg.cams.receipt.ReviewStatus.UNAUDIT);
        assertThat(first.get(0).wabaId()).isEqualTo("95270000000233");
        assertThat(first.get(0).templateCode()).isEqualTo("744c4b5c");
        assertThat(first.get(0).language()).isEqualTo("en_US");
        assertThat(first.get(0).reason()).isEqualTo("names a competitor");
        assertThat(first.get(0).type()).isNull();

        ChatAppAudit second = only(ChatAppAudit.parse(bytes(Bodies.AUDIT_V2)));
        assertThat(second.type()).isSameAs(AuditType.PHONE_QUALITY_UPDATE);
        assertThat(second.phoneNumber()).isEqualTo("6281100000001");
        assertThat(second.status()).isEqualTo("YELLOW");
        assertThat(second.currentLimit()).isEqualTo("TIER_1K");
        assertThat(second.raw("/SomethingNew/Deep/1")).isEqualTo("2");
        assertThat(second.raw("/SomethingNew")).isEqualTo("{\"Deep\":[1,2]}");
    }

    @Test
    void mainlandReport() {
        SmsReport report = only(SmsReport.parse(bytes(Bodies.MAINLAND_REPORT)));
        assertThat(report.bizId()).isEqualTo("932702304080415357");
        assertThat(report.outId()).isEqualTo("order-4711");
        assertThat(report.phoneNumber()).isEqualTo("13800001111");
        assertThat(report.success()).isTrue();
        assertThat(report.errorCode()).isEqualTo("DELIVERED");
        assertThat(report.errorMessage()).isEqualTo("delivered");
        assertThat(report.sendTime()).isEqualTo("2026-11-21 18:00:00");
        assertThat(report.sentAt()).isEqualTo(TEN);
        assertThat(report.reportTime()).isEqualTo("2026-11-21 18:00:05");
        assertThat(report.reportedAt()).isEqualTo(TEN.plusSeconds(5));
        assertThat(report.smsSize()).isEqualTo(1);
    }

    @Test
    void mainlandUp() {
        SmsUp message = only(SmsUp.parse(bytes(Bodies.MAINLAND_UP)));
        assertThat(message.sequenceId()).isEqualTo(1234567890L);
        assertThat(message.phoneNumber()).isEqualTo("13800001111");
        assertThat(message.content()).isEqualTo("TD");
        assertThat(message.signName()).isEqualTo("Example");
        assertThat(message.destCode()).isEqualTo("1001");
        assertThat(message.sendTime()).isEqualTo("2026-11-21 18:01:00");
        assertThat(message.sentAt()).isEqualTo(TEN.plusSeconds(60));
    }

    @Test
    void mainlandReviews() {
        SignSmsReport sign = only(SignSmsReport.parse(bytes(Bodies.MAINLAND_SIGN)));
        assertThat(sign.orderId()).isEqualTo("10000001");
        assertThat(sign.signName()).isEqualTo("Example");
        assertThat(sign.status()).isSameAs(io.github.alimsg.dysms.mainland.receipt.ReviewStatus.REJECTED);
        assertThat(sign.reason()).isEqualTo("no licence");
        assertThat(sign.remark()).isEqualTo("for orders");
        assertThat(sign.signSource()).isEqualTo("the name of a shop");
        assertThat(sign.signScene()).isEqualTo("notices");
        assertThat(sign.createDate()).isEqualTo("2026-11-20 09:00:00");
        assertThat(sign.createdAt()).isEqualTo(Instant.parse("2026-11-20T01:00:00Z"));

        TemplateSmsReport template = only(TemplateSmsReport.parse(bytes(Bodies.MAINLAND_TEMPLATE)));
        assertThat(template.orderId()).isEqualTo("10000002");
        assertThat(template.templateCode()).isEqualTo("SMS_100000001");
        assertThat(template.templateName()).isEqualTo("order");
        assertThat(template.templateContent()).isEqualTo("Your order ${id} is on its way");
        assertThat(template.templateType()).isEqualTo("notice");
        assertThat(template.status()).isSameAs(io.github.alimsg.dysms.mainland.receipt.ReviewStatus.APPROVED);
        assertThat(template.reason()).isEmpty();
        assertThat(template.remark()).isEqualTo("for orders");
        assertThat(template.createDate()).isEqualTo("2026-11-20 09:00:01");
        assertThat(template.createdAt()).isEqualTo(Instant.parse("2026-11-20T01:00:01Z"));

        String fromQueue = Bodies.MAINLAND_TEMPLATE.replace("orderId", "order_id");
        assertThat(only(TemplateSmsReport.parse(bytes(fromQueue))).orderId()).isEqualTo("10000002");
    }

    @Test
    void internationalReportsInTheirThreeSpellings() {
        GlobeReport pushed = only(GlobeReport.parse(bytes(Bodies.GLOBE_HTTP)));
        assertThat(pushed.messageId()).isEqualTo("1234500001");
        assertThat(pushed.taskId()).isEqualTo("order-4711");
        assertThat(pushed.status()).isSameAs(GlobeStatus.DELIVERED);
        assertThat(pushed.to()).isEqualTo("85212345678");
        assertThat(pushed.errorCode()).isEqualTo("success");
        assertThat(pushed.errorDescription()).isEqualTo("success");
        assertThat(pushed.sendDate()).isEqualTo("Sat, 21 Nov 2026 18:00:00 +0800");
        assertThat(pushed.sentAt()).isEqualTo(TEN);
        assertThat(pushed.receiveDate()).isEqualTo("Sat, 21 Nov 2026 18:00:33 +0800");
        assertThat(pushed.receivedAt()).isEqualTo(TEN.plusSeconds(33));
        assertThat(pushed.smsSize()).isEqualTo(2);

        GlobeReport queued = only(GlobeReport.parse(bytes(Bodies.GLOBE_QUEUE)));
        assertThat(queued.messageId()).isEqualTo("1234500002");
        assertThat(queued.status()).isSameAs(GlobeStatus.FAILED);
        assertThat(queued.sentAt()).isEqualTo(TEN);
        assertThat(queued.errorCode()).isEqualTo("UNDELIVERED");
        assertThat(queued.errorDescription()).isEqualTo("switched off");
        assertThat(queued.taskId()).isNull();

        MainlandReport mainland = only(MainlandReport.parse(bytes(Bodies.MAINLAND_BY_GLOBE)));
        assertThat(mainland.bizId()).isEqualTo("1234500003");
        assertThat(mainland.externalId()).isEqualTo("order-4712");
        assertThat(mainland.status()).isSameAs(MainlandStatus.DELIVERED);
        assertThat(mainland.phoneNumber()).isEqualTo("8613800001111");
        assertThat(mainland.errorCode()).isEqualTo("DELIVERED");
        assertThat(mainland.errorMessage()).isEqualTo("delivered");
        assertThat(mainland.sendDate()).isEqualTo("2026-11-21 18:00:00");
        assertThat(mainland.sentAt()).isEqualTo(TEN);
        assertThat(mainland.receiveDate()).isEqualTo("2026-11-21 18:00:09");
        assertThat(mainland.receivedAt()).isEqualTo(TEN.plusSeconds(9));
        assertThat(mainland.smsQuantity()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENT", "sent", " Sent "})
    void valuesAreKnownInAnyCase(String text) {
        assertThat(MessageStatus.of(text)).isSameAs(MessageStatus.SENT);
        assertThat(MessageStatus.known()).contains(MessageStatus.SENT).hasSize(7);
    }

    @Test
    void aBodyMayBeWrappedInAllTheWaysThatQueuesAndProxiesDo() {
        byte[] plain = bytes(Bodies.GLOBE_QUEUE);
        List<GlobeReport> expected = GlobeReport.parse(plain);
        String base64 = Base64.getEncoder().encodeToString(plain);
        String text = "\"" + Bodies.GLOBE_QUEUE.replace("\"", "\\\"") + "\"";
        assertThat(GlobeReport.parse(bytes("[" + Bodies.GLOBE_QUEUE + "]"))).isEqualTo(expected);
        assertThat(GlobeReport.parse(bytes("\uFEFF \r\n" + Bodies.GLOBE_QUEUE))).isEqualTo(expected);
        assertThat(GlobeReport.parse(bytes(base64))).isEqualTo(expected);
        assertThat(GlobeReport.parse(Base64.getMimeEncoder().encode(plain))).isEqualTo(expected);
        assertThat(GlobeReport.parse(bytes("\"" + base64 + "\""))).isEqualTo(expected);
        assertThat(GlobeReport.parse(bytes(text))).isEqualTo(expected);
        assertThat(GlobeReport.parse(bytes("[" + text + "]")))
                .as("items as text")
                .isEqualTo(expected);
    }

    /** One field of another type than documented costs that field alone. */
    @ParameterizedTest
    @CsvSource({"soon", "-1.5", "99999999999999999999", "''", "2026-13-41 99:00:00", "1e999999999"})
    void aTimeThatIsNoneReadsAsNullAndStaysReachable(String odd) {
        String body = "[{\"MessageId\":\"1\",\"Status\":\"Sent\",\"Timestamp\":\"" + odd + "\"}]";
        ChatAppStatus status = only(ChatAppStatus.parse(bytes(body)));
        assertThat(status.timestamp()).isNull();
        assertThat(status.raw("/Timestamp")).isEqualTo(odd);
        assertThat(status.status()).isSameAs(MessageStatus.SENT);
    }

    @Test
    void aHugeNumberIsNeitherWrittenOutNorRefused() {
        SmsUp message = only(SmsUp.parse(bytes("{\"content\":\"x\",\"sequence_id\":1e999999999}")));
        assertThat(message.sequenceId()).isNull();
        assertThat(message.rawJson()).hasSizeLessThan(100);
        assertThat(message.toString()).hasSizeLessThan(200);
        assertThat(message.key()).isNotNull();
    }

    @Test
    void utf16IsRefusedRatherThanMisread() {
        assertThat(org.junit.jupiter.api.Assertions.assertThrows(
                        io.github.alimsg.receipts.MalformedReceiptException.class,
                        () -> SmsUp.parse(Bodies.MAINLAND_UP.getBytes(UTF_16))))
                .hasMessageContaining("not valid JSON");
    }

    private static <T> T only(List<T> one) {
        assertThat(one).hasSize(1);
        return one.get(0);
    }
}

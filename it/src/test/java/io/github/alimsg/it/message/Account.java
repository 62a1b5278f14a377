package io.github.alimsg.it.message;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest;
import io.github.alimsg.cams.model.SendChatappMassMessageResponse;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A fake, and a client of each product that sends. */
final class Account implements AutoCloseable {
    static final String AYU = "6281277700123";
    static final String BEN = "6281277700124";
    static final String SHOP = "6281100000001";
    static final String SPACE = "cams-8c8example";

    /** Noon in Beijing. */
    static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    final ManualTime time = new ManualTime(NOON);
    final FakeCloud cloud;
    final CamsClient cams;
    final DysmsInternationalClient sms;
    final DysmsMainlandClient mainland;

    Account() {
        this(builder -> builder);
    }

    Account(UnaryOperator<FakeCloud.Builder> settings) {
        cloud = settings.apply(FakeCloud.builder().timeSource(time)).start();
        cams = cloud.configure(CamsClient.builder()).build();
        sms = cloud.configure(DysmsInternationalClient.builder()).build();
        mainland = cloud.configure(DysmsMainlandClient.builder()).build();
    }

    @Override
    public void close() {
        cams.close();
        sms.close();
        mainland.close();
        cloud.close();
    }

    /** Sends a mainland text message. @return its id */
    String sendSms(String numbers, String outId) {
        return String.valueOf(mainland.sendSms(s -> s.phoneNumbers(numbers)
                        .signName("Acme")
                        .templateCode("SMS_1")
                        .templateParam(Map.of("code", "4711"))
                        .outId(outId))
                .bizId());
    }

    /** Sends a free text on WhatsApp. @return its id */
    String chat(String to, String text) {
        return String.valueOf(cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                        .custSpaceId(SPACE)
                        .from(SHOP)
                        .to(to)
                        .type("message")
                        .messageType("text")
                        .content("{\"text\":\"" + text + "\"}")
                        .taskId("order-7"))
                .messageId());
    }

    /** Sends a template to many on WhatsApp. */
    SendChatappMassMessageResponse chatToAll(String... numbers) {
        return cams.sendChatappMassMessage(m -> m.channelType(ChannelType.WHATSAPP)
                .custSpaceId(SPACE)
                .from(SHOP)
                .templateCode("order_update")
                .language("en")
                .taskId("campaign-7")
                .recipients(Stream.of(numbers)
                        .map(number -> SendChatappMassMessageRequest.Recipient.builder()
                                .to(number)
                                .templateParams(Map.of("name", "N" + number))
                                .build())
                        .toList()));
    }
}

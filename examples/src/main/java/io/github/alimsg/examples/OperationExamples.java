package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsMessages;
import io.github.alimsg.cams.CamsPhoneNumbers;
import io.github.alimsg.cams.CamsTemplates;
import io.github.alimsg.cams.CamsWebhooks;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.ListChatappMessageResponse.ChatMessage;
import io.github.alimsg.cams.model.ListChatappTemplateResponse.Template;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest.Recipient;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.MainlandMessages;
import io.github.alimsg.dysms.mainland.MainlandSignatures;
import io.github.alimsg.dysms.mainland.MainlandTemplates;
import io.github.alimsg.dysms.mainland.model.Destination;
import io.github.alimsg.dysms.mainland.model.SmsTemplateType;
import io.github.alimsg.sts.StsClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How the operations that are used most are called. Their javadoc shows these lines, from {@code docs.yaml}; a test
 * compares both and makes the calls.
 */
final class OperationExamples {
    private OperationExamples() {}

    static Object sendChatappMessage(CamsMessages cams, String orderId) {
        // snippet: SendChatappMessage
        var sent = cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                .from("8613800001111")
                .to("6281234567890")
                .template("order_update", "en", Map.of("order", orderId))
                .taskId(orderId));
        String messageId = sent.messageId();
        // end
        return String.valueOf(messageId);
    }

    static Object sendChatappMassMessage(CamsMessages cams, List<Recipient> recipients) {
        // snippet: SendChatappMassMessage
        var sent = cams.sendChatappMassMessage(m -> m.channelType(ChannelType.WHATSAPP)
                .from("8613800001111")
                .template("order_update", "en")
                .recipients(recipients));
        String groupId = sent.groupMessageId();
        // end
        return String.valueOf(groupId);
    }

    static void listChatappMessage(CamsMessages cams, Instant since) {
        // snippet: ListChatappMessage
        for (ChatMessage message : cams.allChatappMessages(q -> q.custSpaceId("cams-8c8d0a1b")
                .channelType(ChannelType.WHATSAPP)
                .businessNumber("8613800001111")
                .startTime(since))) {
            System.out.println(message.messageId() + " " + message.messageStatus());
        }
        // end
    }

    static Object createChatappTemplate(CamsTemplates cams) {
        // snippet: CreateChatappTemplate
        var made = cams.createChatappTemplate(t -> t.name("order_update")
                .language("en")
                .category("UTILITY")
                .templateType("WHATSAPP")
                .addComponent(body -> body.type("BODY").text("Your order $(order) is on its way."))
                .example(Map.of("order", "A1")));
        // end
        return made;
    }

    static void listChatappTemplate(CamsTemplates cams) {
        // snippet: ListChatappTemplate
        for (Template template : cams.allChatappTemplates(q -> q.custSpaceId("cams-8c8d0a1b"))) {
            System.out.println(template.templateName() + " " + template.auditStatus());
        }
        // end
    }

    static Object getChatappTemplateDetail(CamsTemplates cams, String code) {
        // snippet: GetChatappTemplateDetail
        var template = cams.getChatappTemplateDetail(q -> q.templateCode(code).language("en"));
        // end
        return template;
    }

    static void deleteChatappTemplate(CamsTemplates cams, String code) {
        // snippet: DeleteChatappTemplate
        cams.deleteChatappTemplate(d -> d.templateCode(code).language("en"));
        // end
    }

    static void queryChatappPhoneNumbers(CamsPhoneNumbers cams) {
        // snippet: QueryChatappPhoneNumbers
        for (var number : cams.queryChatappPhoneNumbers().phoneNumbers()) {
            System.out.println(number.verifiedName() + " " + number.qualityRating());
        }
        // end
    }

    static void updateAccountWebhook(CamsWebhooks cams) {
        // snippet: UpdateAccountWebhook
        cams.updateAccountWebhook(w ->
                w.custSpaceId("cams-8c8d0a1b").httpFlag(true).statusCallbackUrl("https://acme.example.com/receipts"));
        // end
    }

    static Object sendSms(MainlandMessages sms, String orderId) {
        // snippet: SendSms
        var sent = sms.sendSms(m -> m.phoneNumbers("13900001234")
                .signName("Acme")
                .templateCode("SMS_123456")
                .templateParam(Map.of("code", "482913"))
                .outId(orderId));
        String receiptId = sent.bizId();
        // end
        return String.valueOf(receiptId);
    }

    static Object sendBatchSms(MainlandMessages sms) {
        // snippet: SendBatchSms
        var sent = sms.sendBatchSms(m -> m.phoneNumbers("13900001234", "13900001235")
                .signNames("Acme", "Acme")
                .templateCode("SMS_123456"));
        // end
        return sent;
    }

    static Object querySendDetails(MainlandMessages sms, String orderId) {
        // snippet: QuerySendDetails
        boolean known =
                sms.allSendDetails(q -> q.phoneNumber("13900001234").sendDate(LocalDate.of(2026, 11, 21))).stream()
                        .anyMatch(message -> orderId.equals(message.outId()));
        // end
        return known;
    }

    static void querySendStatistics(MainlandMessages sms) {
        // snippet: QuerySendStatistics
        for (var day : sms.allSendStatistics(q -> q.startDate(LocalDate.of(2026, 11, 1))
                .endDate(LocalDate.of(2026, 11, 21))
                .destination(Destination.MAINLAND))) {
            System.out.println(day.sendDate() + ": " + day.totalCount());
        }
        // end
    }

    static Object getSmsSign(MainlandSignatures sms) {
        // snippet: GetSmsSign
        var signature = sms.getSmsSign(q -> q.signName("Acme"));
        // end
        return signature;
    }

    static void querySmsSignList(MainlandSignatures sms) {
        // snippet: QuerySmsSignList
        for (var signature : sms.allSmsSigns()) {
            System.out.println(signature.signName() + " " + signature.auditStatus());
        }
        // end
    }

    static Object createSmsTemplate(MainlandTemplates sms) {
        // snippet: CreateSmsTemplate
        var made = sms.createSmsTemplate(t -> t.templateName("Login code")
                .templateType(SmsTemplateType.VERIFICATION_CODE)
                .templateContent("Your code is ${code}.")
                .relatedSignName("Acme"));
        String code = made.templateCode();
        // end
        return String.valueOf(code);
    }

    static Object getSmsTemplate(MainlandTemplates sms, String code) {
        // snippet: GetSmsTemplate
        var status = sms.getSmsTemplate(q -> q.templateCode(code)).templateStatus();
        // end
        return String.valueOf(status);
    }

    static Object sendMessageToGlobe(DysmsInternationalClient sms, String campaign) {
        // snippet: SendMessageToGlobe
        var sent = sms.sendMessageToGlobe(m -> m.to("6281234567890")
                .from("Acme")
                .message("Your code is 482913.")
                .taskId(campaign));
        String messageId = sent.messageId();
        // end
        return String.valueOf(messageId);
    }

    static Object batchSendMessageToGlobe(DysmsInternationalClient sms, String campaign) {
        // snippet: BatchSendMessageToGlobe
        var sent = sms.batchSendMessageToGlobe(m -> m.to("6281234567890", "6281234567891")
                .from("Acme")
                .message("Hello Ann", "Hello Ben")
                .taskId(campaign));
        List<String> refused = sent.failedNumbers();
        // end
        return refused;
    }

    static Object queryMessage(DysmsInternationalClient sms, String messageId) {
        // snippet: QueryMessage
        var status = sms.queryMessage(q -> q.messageId(messageId)).status();
        // end
        return String.valueOf(status);
    }

    static Object assumeRole(StsClient sts) {
        // snippet: AssumeRole
        var assumed = sts.assumeRole(r -> r.roleArn("acs:ram::1234567890123456:role/sender")
                .roleSessionName("nightly-job")
                .durationSeconds(900));
        // end
        return assumed;
    }
}

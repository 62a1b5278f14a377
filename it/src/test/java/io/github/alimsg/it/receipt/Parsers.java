package io.github.alimsg.it.receipt;

import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppAudit;
import io.github.alimsg.cams.receipt.ChatAppInbound;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.dysms.international.receipt.DysmsInternationalReceipts;
import io.github.alimsg.dysms.international.receipt.GlobeReport;
import io.github.alimsg.dysms.international.receipt.MainlandReport;
import io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts;
import io.github.alimsg.dysms.mainland.receipt.SignSmsReport;
import io.github.alimsg.dysms.mainland.receipt.SmsReport;
import io.github.alimsg.dysms.mainland.receipt.SmsUp;
import io.github.alimsg.dysms.mainland.receipt.TemplateSmsReport;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptPart;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Everything that reads bodies. */
final class Parsers {
    /** A kind of receipt. */
    record Parser(String name, Function<byte[], List<? extends ReceiptPart>> function) {
        List<ReceiptPart> parse(byte[] body) {
            return List.copyOf(function.apply(body));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Parser> ALL = List.of(
            new Parser("ChatAppStatus", ChatAppStatus::parse),
            new Parser("ChatAppInbound", ChatAppInbound::parse),
            new Parser("ChatAppAudit", ChatAppAudit::parse),
            new Parser("SmsReport", SmsReport::parse),
            new Parser("SmsUp", SmsUp::parse),
            new Parser("SignSmsReport", SignSmsReport::parse),
            new Parser("TemplateSmsReport", TemplateSmsReport::parse),
            new Parser("GlobeReport", GlobeReport::parse),
            new Parser("MainlandReport", MainlandReport::parse));

    static final List<ReceiptDispatcher> DISPATCHERS = List.of(
            CamsReceipts.builder().onOther(r -> {}).build(),
            DysmsMainlandReceipts.builder().onOther(r -> {}).build(),
            DysmsInternationalReceipts.builder().onOther(r -> {}).build());

    /** The field that an accessor reads, where it is not its own name. */
    static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("frameType", List.of("msgframetype")),
            Map.entry("conversationExpires", List.of("conversationexpirationtime")),
            Map.entry("status", List.of("status", "sendstatus", "signstatus", "templatestatus")),
            Map.entry("state", List.of("status", "sendstatus", "success", "errorcode", "errcode")),
            Map.entry("errorCode", List.of("errorcode", "errcode")),
            Map.entry("errorMessage", List.of("errormessage", "errmsg")),
            Map.entry("sentAt", List.of("sendtime", "senddate")),
            Map.entry("reportedAt", List.of("reporttime")),
            Map.entry("receivedAt", List.of("receivedate")),
            Map.entry("happenedAt", List.of("timestamp", "sendtime", "reporttime", "receivedate")),
            Map.entry("messageId", List.of("messageid", "bizid")),
            Map.entry("ownId", List.of("taskid", "messageid", "outid", "externalid")),
            Map.entry("createdAt", List.of("createdate")));

    private Parsers() {}
}

package io.github.alimsg.testing.products;

import io.github.alimsg.receipts.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What mainland text messages were sent to a number on a day. */
final class MainlandLookups {
    private static final Set<String> TEXT_MESSAGES = Set.of("SendSms", "SendBatchSms");
    private static final Set<String> CARDS = Set.of("SendCardSms", "SendBatchCardSms");

    /** How far back queries look. */
    private static final Duration SPAN = Duration.ofDays(30);

    static final List<Lookup> ALL = List.of(
            new Lookup("QuerySendDetails", MainlandLookups::textMessages),
            new Lookup("GetCardSmsDetails", MainlandLookups::cards));

    private MainlandLookups() {}

    private static Map<String, ?> textMessages(Map<String, String> query, Lookup.Sent sent) {
        List<Message> found = found(query, sent, TEXT_MESSAGES, "BizId");
        return Map.of(
                "TotalCount", Integer.toString(found.size()),
                "SmsSendDetailDTOs",
                        Map.of(
                                "SmsSendDetailDTO",
                                rows(query, found, message -> textMessage(message, sent.templates()))));
    }

    private static Map<String, ?> cards(Map<String, String> query, Lookup.Sent sent) {
        List<Message> found = found(query, sent, CARDS, "BizCardId");
        return Map.of(
                "CardSendDetailDTO",
                Map.of(
                        "TotalCount", found.size(),
                        "CurrentPage", JsonTrees.read(query.getOrDefault("CurrentPage", "1")),
                        "PageSize", JsonTrees.read(query.getOrDefault("PageSize", "10")),
                        "Records", rows(query, found, MainlandLookups::card)));
    }

    private static List<Message> found(
            Map<String, String> query, Lookup.Sent sent, Set<String> operations, String idParameter) {
        String day = query.getOrDefault("SendDate", "");
        String id = query.getOrDefault(idParameter, "");
        Instant oldest = sent.now().minus(SPAN);
        return sent.to(query.getOrDefault("PhoneNumber", "")).stream()
                .filter(message -> operations.contains(message.operation()))
                .filter(message -> message.at().isAfter(oldest))
                .filter(message -> day.isEmpty() || day.equals(Beijing.DAY.format(message.at())))
                .filter(message -> id.isEmpty() || id.equals(message.id()))
                .toList();
    }

    private static List<Map<String, ?>> rows(
            Map<String, String> query, List<Message> found, Function<Message, Map<String, ?>> row) {
        return Lookup.page(found, query.getOrDefault("CurrentPage", ""), query.getOrDefault("PageSize", "")).stream()
                .map(row)
                .toList();
    }

    private static Map<String, ?> textMessage(Message message, Templates templates) {
        Map<String, Object> row = row(message);
        row.put("PhoneNum", message.recipient());
        row.put("Content", templates.mainland().text(message));
        return row;
    }

    private static Map<String, ?> card(Message message) {
        Map<String, Object> row = row(message);
        row.put("PhoneNumber", message.recipient());
        row.put("ReceiveType", "CARD_SMS");
        row.put("RenderStatus", message.error() == null ? 1 : 0);
        return row;
    }

    private static Map<String, Object> row(Message message) {
        String error = message.error();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("OutId", message.parameter("OutId"));
        row.put("TemplateCode", message.content().template());
        row.put("SendDate", Beijing.TIME.format(message.at()));
        message.states().values().forEach(at -> row.put("ReceiveDate", Beijing.TIME.format(at)));
        row.put("SendStatus", message.states().containsKey(DeliveryState.DELIVERED) ? 3 : 2);
        row.put("ErrCode", error == null ? "DELIVERED" : error);
        return row;
    }
}

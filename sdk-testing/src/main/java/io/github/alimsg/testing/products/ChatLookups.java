package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.receipts.DeliveryState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What chat messages were sent from a number. */
final class ChatLookups {
    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

    private static final DateTimeFormatter SEND_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuuMM", Locale.US).withZone(ZoneOffset.UTC);

    static final List<Lookup> ALL = List.of(new Lookup("ListChatappMessage", ChatLookups::messages));

    private ChatLookups() {}

    private static Map<String, ?> messages(Map<String, String> query, Lookup.Sent sent) {
        String user = query.getOrDefault("UserNumber", "");
        List<Message> candidates = user.isEmpty() ? sent.all() : sent.to(user);
        JsonNode page = JsonTrees.read(query.getOrDefault("Page", "{}"));
        List<Message> found = candidates.stream().filter(asked(query)).toList();
        return Map.of(
                "Data",
                Lookup.page(
                                found,
                                page.path("Index").asText(),
                                page.path("Size").asText())
                        .stream()
                        .map(ChatLookups::row)
                        .toList());
    }

    private static Predicate<Message> asked(Map<String, String> query) {
        return message -> CamsFacts.isChat(message.operation())
                && same(query, "ChannelType", message.channel())
                && same(query, "BusinessNumber", message.content().sender())
                && same(query, "CustSpaceId", message.parameter("CustSpaceId"))
                && same(query, "TemplateCode", message.content().template())
                && same(query, "GroupMessageId", message.id())
                && same(query, "EventAction", "DOWN")
                && same(query, "MessageStatus", status(message))
                && same(query, "ClientAcceptStatus", status(message))
                && !message.at().isBefore(time(query, "StartTime", Instant.MIN))
                && !message.at().isAfter(time(query, "EndTime", Instant.MAX));
    }

    /** Whether the query does not ask for this, or for just this. */
    private static boolean same(Map<String, String> query, String parameter, @Nullable String value) {
        String asked = query.getOrDefault(parameter, "");
        return asked.isEmpty() || asked.equalsIgnoreCase(value);
    }

    private static Instant time(Map<String, String> query, String parameter, Instant otherwise) {
        String millis = query.getOrDefault(parameter, "");
        return MILLIS.matcher(millis).matches() ? Instant.ofEpochMilli(Long.parseLong(millis)) : otherwise;
    }

    private static String status(Message message) {
        return message.error() == null ? "success" : "fail";
    }

    private static Map<String, ?> row(Message message) {
        boolean template = message.content().template() != null;
        String status = status(message);
        String name = message.error() == null ? "Success" : "Fail";
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("MessageId", CamsFacts.messageId(message));
        row.put("UniqueMessageId", CamsFacts.messageId(message));
        row.put("ChannelType", message.channel());
        row.put("BusinessNumber", message.content().sender());
        row.put("UserNumber", message.recipient());
        row.put("EventAction", "DOWN");
        row.put("EventActionName", "DOWN");
        row.put("Type", template ? "template" : "message");
        row.put("MessageType", message.parameter("MessageType").toUpperCase(Locale.ROOT));
        row.put("TemplateCode", message.content().template());
        row.put("LanguageCode", message.parameter("Language"));
        row.put("Message", text(message));
        row.put("MessageSource", "api");
        row.put("MessageStatus", status);
        row.put("MessageStatusName", name);
        row.put("ClientAcceptStatusName", name);
        row.put("ClientReadStatus", message.states().containsKey(DeliveryState.READ) ? "success" : "fail");
        row.put("FailReason", message.error());
        row.put("FailBackFlag", "N");
        row.put("SendTime", SEND_TIME.format(message.at()));
        row.put("Month", MONTH.format(message.at()));
        return row;
    }

    /** The text of a text message; the content of any other. */
    private static @Nullable String text(Message message) {
        String content = message.content().text();
        JsonNode text =
                content == null ? JsonTrees.read("") : JsonTrees.read(content).path("text");
        return text.isTextual() ? text.asText() : content;
    }
}

package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.OpenValue;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.dysms.mainland.model.GetCardSmsDetailsResponse.CardSendRecord;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsResponse.SmsSendDetail;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the records of sent messages. */
final class SentRecords {
    /** The zone of times that name none, by convention: the vendor does not say which it is. */
    static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private SentRecords() {}

    static FoundMessage of(SmsSendDetail message) {
        return FoundMessage.builder()
                .ownId(message.outId())
                .template(message.templateCode())
                .text(message.content())
                .sentAt(time(message.sendDate()))
                .state(value(message.sendStatus()))
                .build();
    }

    static FoundMessage of(CardSendRecord message) {
        return FoundMessage.builder()
                .ownId(message.outId())
                .template(message.templateCode())
                .text(message.smsContent())
                .sentAt(time(message.sendDate()))
                .state(value(message.sendStatus()))
                .build();
    }

    private static @Nullable String value(@Nullable OpenValue value) {
        return value == null ? null : value.value();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text, TIME).toInstant(BEIJING);
        } catch (DateTimeException e) {
            return null; // found by its own id all the same
        }
    }
}

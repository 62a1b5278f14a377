package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.LookupDays;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.core.spi.ClientCore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Looks up messages whose delivery is unknown, by your {@code OutId} and the number. It finds a message, or does not find
 * it <em>yet</em>; it never says that nothing was sent.
 *
 * <pre>{@code
 * Optional<FoundMessage> found = sms.lookup().wasSent("order-4711", "13900001234", began);
 * }</pre>
 *
 * <p>The service lists messages by number and day. Asked for are the days from {@code since} to today, in Beijing's time;
 * also the day before when {@code since} is in the first hour after midnight. The service goes back 30 days: what was
 * sent earlier is not found. At most 1,000 messages of a day are read, 20 pages. A record has no {@code BizId}, so
 * {@link FoundMessage#messageId()} is null.
 *
 * <p>The service does not document that it lists RCS messages. It lists parcel messages ({@code SendLogisticsSms}) by a
 * number that their request did not have, so you must know whose parcel it was.
 */
public final class Lookup implements SendLookup {
    private static final Set<String> OPERATIONS = Set.of(
            "SendSms",
            "SendBatchSms",
            "SendCardSms",
            "SendBatchCardSms",
            "SendLogisticsSms",
            "SendRCS",
            "SendRCSReply");

    private static final Set<String> OF_CARDS = Set.of("SendCardSms", "SendBatchCardSms");

    /** Documented for both queries. */
    private static final int DAYS_BACK = 30;

    /** Documented for both queries. */
    private static final int PAGE_SIZE = 50;

    private static final int MAX_PAGES = 20;

    private final DysmsMainlandClient sms;
    private final ClientCore core;

    Lookup(DysmsMainlandClient sms, ClientCore core) {
        this.sms = sms;
        this.core = core;
    }

    /**
     * Looks for a message, other than a card message, that was sent with an own id.
     *
     * @param ownId the {@code OutId} of the send; use each for one message only
     * @param number one of the recipients
     * @param since just before the first attempt to send it
     * @return the message; empty when it is not known <em>yet</em>
     * @throws SdkException when the service could not be asked, which says nothing about the message
     */
    public Optional<FoundMessage> wasSent(String ownId, PhoneNumber number, Instant since) {
        return first(query("SendSms", ownId, number, since), this::texts);
    }

    /**
     * Looks for a message, other than a card message, that was sent with an own id.
     *
     * @param ownId the {@code OutId} of the send; use each for one message only
     * @param number one of the recipients, with or without country code
     * @param since just before the first attempt to send it
     * @return the message; empty when it is not known <em>yet</em>
     * @throws IllegalArgumentException when the number is not one
     * @throws SdkException when the service could not be asked, which says nothing about the message
     */
    public Optional<FoundMessage> wasSent(String ownId, String number, Instant since) {
        return wasSent(ownId, PhoneNumber.of(number), since);
    }

    /**
     * Looks for a card message that was sent with an own id, then for the text message that may have been sent instead.
     *
     * @param ownId the {@code OutId} of the send; use each for one message only
     * @param number one of the recipients
     * @param since just before the first attempt to send it
     * @return the message; empty when it is not known <em>yet</em>
     * @throws SdkException when the service could not be asked, which says nothing about the message
     */
    public Optional<FoundMessage> wasCardSent(String ownId, PhoneNumber number, Instant since) {
        SentQuery query = query("SendCardSms", ownId, number, since);
        return first(query, this::cards).or(() -> first(query, this::texts));
    }

    /**
     * Looks for a card message that was sent with an own id, then for the text message that may have been sent instead.
     *
     * @param ownId the {@code OutId} of the send; use each for one message only
     * @param number one of the recipients, with or without country code
     * @param since just before the first attempt to send it
     * @return the message; empty when it is not known <em>yet</em>
     * @throws IllegalArgumentException when the number is not one
     * @throws SdkException when the service could not be asked, which says nothing about the message
     */
    public Optional<FoundMessage> wasCardSent(String ownId, String number, Instant since) {
        return wasCardSent(ownId, PhoneNumber.of(number), since);
    }

    private static SentQuery query(String operation, String ownId, PhoneNumber number, Instant since) {
        return SentQuery.builder(operation, number.digits(), since)
                .ownId(Objects.requireNonNull(ownId, "ownId"))
                .build();
    }

    /** {@return all operations that send to a number, {@code RequiredPhoneCode} excepted} */
    @Override
    public Set<String> operations() {
        return OPERATIONS;
    }

    /**
     * Finds the messages that match a query. With an own id, these are the messages of its days with that id, at whatever
     * time; without, the messages to the number in the time of the query. Of a card message that the service does not
     * list, the text message that may have been sent instead.
     *
     * @param query what is known of the message
     * @return all that match; empty when there is none yet, or the query has no recipient
     * @throws SdkException when the service could not be asked, which says nothing about the message
     */
    @Override
    public List<FoundMessage> find(SentQuery query) {
        if (!OPERATIONS.contains(query.operation()) || query.to().isEmpty()) {
            return List.of();
        }
        List<FoundMessage> cards = OF_CARDS.contains(query.operation())
                ? matching(query, this::cards).toList()
                : List.of();
        return cards.isEmpty() ? matching(query, this::texts).toList() : cards;
    }

    private Optional<FoundMessage> first(
            SentQuery query, BiFunction<String, LocalDate, Stream<FoundMessage>> messagesOf) {
        return matching(query, messagesOf).findFirst();
    }

    private Stream<FoundMessage> matching(
            SentQuery query, BiFunction<String, LocalDate, Stream<FoundMessage>> messagesOf) {
        String number = "+" + query.to(); // says that it has its calling code, which the service wants without
        return LookupDays.of(core, query, SentRecords.BEIJING, DAYS_BACK).stream()
                .flatMap(day -> messagesOf.apply(number, day))
                .filter(message -> matches(query, message));
    }

    private static boolean matches(SentQuery query, FoundMessage message) {
        Instant sentAt = message.sentAt();
        boolean isTheOne = query.ownId() == null
                ? sentAt != null && query.covers(sentAt)
                : query.ownId().equals(message.ownId());
        return isTheOne && query.hasTemplateOf(message);
    }

    private Stream<FoundMessage> texts(String number, LocalDate day) {
        return sms.allSendDetails(q -> q.phoneNumber(number).sendDate(day).pageSize(PAGE_SIZE)).stream()
                .limit(PAGE_SIZE * MAX_PAGES)
                .map(SentRecords::of);
    }

    private Stream<FoundMessage> cards(String number, LocalDate day) {
        return sms.allCardSmsDetails(q -> q.phoneNumber(number).sendDate(day).pageSize(PAGE_SIZE)).stream()
                .limit(PAGE_SIZE * MAX_PAGES)
                .map(SentRecords::of);
    }
}

package io.github.alimsg.cams;

import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.ListChatappMessageResponse.ChatMessage;
import io.github.alimsg.cams.model.MessageDirection;
import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks up messages of one sender by template, number and time. It finds a message, or does not find it <em>yet</em>; it
 * never says that nothing was sent.
 *
 * <p>The service's list does not show your {@code TaskId}, so {@link FoundMessage#ownId()} is null, and another message
 * with the same template to the same number counts as well. To be certain, use each template for one message to a number
 * in the time of the query, compare {@link FoundMessage#text()}, or wait for the receipt, which has the {@code TaskId}.
 *
 * <p>At most 1,000 messages to and from the number are read, 50 pages.
 */
public final class ChannelLookup implements SendLookup {
    private static final Set<String> OPERATIONS = Set.of("SendChatappMessage", "SendChatappMassMessage");

    private static final int MAX_MESSAGES = 1000;

    private final CamsClient cams;
    private final String custSpaceId;
    private final ChannelType channel;
    private final String sender;

    ChannelLookup(CamsClient cams, String custSpaceId, ChannelType channel, String sender) {
        this.cams = cams;
        this.custSpaceId = Objects.requireNonNull(custSpaceId, "custSpaceId");
        this.channel = channel;
        this.sender = Objects.requireNonNull(sender, "sender");
    }

    /**
     * Looks for a message that was sent with a template.
     *
     * @param templateCode the template's code; another message with it to the same number counts as well
     * @param number the recipient
     * @param since just before the first attempt to send it
     * @return the message; empty when it is not known <em>yet</em>
     * @throws SdkException when the service could not be asked, which says nothing about the message
     */
    public Optional<FoundMessage> wasSent(String templateCode, PhoneNumber number, Instant since) {
        return matching(SentQuery.builder("SendChatappMessage", number.digits(), since)
                        .template(Objects.requireNonNull(templateCode, "templateCode"))
                        .build())
                .findFirst();
    }

    /**
     * Looks for a message that was sent with a template.
     *
     * @param templateCode the template's code; another message with it to the same number counts as well
     * @param number the recipient, with country code
     * @param since just before the first attempt to send it
     * @return the message; empty when it is not known <em>yet</em>
     * @throws IllegalArgumentException when the number is not one
     * @throws SdkException when the service could not be asked, which says nothing about the message
     */
    public Optional<FoundMessage> wasSent(String templateCode, String number, Instant since) {
        return wasSent(templateCode, PhoneNumber.of(number), since);
    }

    /** {@return {@code SendChatappMessage} and {@code SendChatappMassMessage}} */
    @Override
    public Set<String> operations() {
        return OPERATIONS;
    }

    /**
     * Finds the messages that match a query, by number and time and, if the query has one, by template. The own id is not
     * compared, because the list does not have it.
     *
     * @param query what is known of the message
     * @return all that match; empty when there is none yet
     * @throws SdkException when the service could not be asked, which says nothing about the message
     */
    @Override
    public List<FoundMessage> find(SentQuery query) {
        return OPERATIONS.contains(query.operation()) && !query.to().isEmpty()
                ? matching(query).toList()
                : List.of();
    }

    private Stream<FoundMessage> matching(SentQuery query) {
        return cams
                .allChatappMessages(q -> q.custSpaceId(custSpaceId)
                        .channelType(channel)
                        .businessNumber(sender)
                        .userNumber(query.to())
                        .startTime(query.earliest())
                        .endTime(query.latest()))
                .stream()
                .limit(MAX_MESSAGES)
                .filter(message -> MessageDirection.DOWN.equals(message.eventAction()))
                .filter(message -> message.sendTime() != null && query.covers(message.sendTime()))
                .map(ChannelLookup::found)
                .filter(query::hasTemplateOf);
    }

    private static FoundMessage found(ChatMessage message) {
        Instant sentAt = message.sendTime();
        return FoundMessage.builder()
                .messageId(message.messageId())
                .template(message.templateCode())
                .text(message.message())
                .sentAt(sentAt == null ? null : sentAt.truncatedTo(ChronoUnit.SECONDS))
                .state(message.messageStatus())
                .build();
    }
}

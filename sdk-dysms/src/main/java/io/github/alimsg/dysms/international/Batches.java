package io.github.alimsg.dysms.international;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.batch.BatchCall;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.dysms.international.model.BatchSendMessageToGlobeRequest;
import io.github.alimsg.dysms.international.model.BatchSendMessageToGlobeResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends to lists of recipients of any length, and returns the outcome of each. {@link BatchResult} describes how a list
 * is split into calls, and when a batch continues after a failure.
 */
public final class Batches {
    /** What every account may send in a call; the documented 1,000 are for upgraded accounts. */
    private static final int MAX_MESSAGES = 250;

    private final ClientCore core;

    Batches(DysmsInternationalClient client, ClientCore core) {
        this.core = core;
    }

    /**
     * Sends many texts, each to its own number outside mainland China, up to 250 per call and fewer when they are long.
     * Makes one call a second: for more than a few thousand, or when time matters, make single calls of {@link
     * DysmsInternationalClient#sendMessageToGlobe}.
     *
     * <p>Recipients that the response lists as failed are {@code refused()}, without a reason. When the response counts
     * fewer successes than there are other recipients, those are {@code unknown()}. The id of an outcome is its message
     * id: the service lists the ids without saying to whom they belong, so they are matched by order, and only when
     * there is one for each; {@link DysmsInternationalClient#queryMessage} returns the number of an id with certainty.
     *
     * @param settings sets sender, type and everything else that is the same for all; numbers and texts come from the
     *     list
     * @param messages the messages; two different texts to one number are fine and go into two parts
     * @return the outcome of each
     * @throws IllegalArgumentException when the same text to the same number is in the list twice; nothing was sent
     * @throws SdkException the first failure, when nothing was sent to anyone
     */
    public BatchResult<GlobeMessage> batchSendMessageToGlobe(
            Consumer<BatchSendMessageToGlobeRequest.Builder> settings, List<GlobeMessage> messages) {
        return batchSendMessageToGlobe(settings).send(messages);
    }

    /**
     * Returns a batch that sends many texts, see {@link #batchSendMessageToGlobe(Consumer, List)}. Nothing is sent yet.
     *
     * @param settings sets sender, type and everything else that is the same for all
     * @return the batch, for any number of lists
     */
    public Batch<GlobeMessage> batchSendMessageToGlobe(Consumer<BatchSendMessageToGlobeRequest.Builder> settings) {
        var request = BatchSendMessageToGlobeRequest.builder();
        settings.accept(request);
        return new Batch<>(
                core, new TextPerNumber(request.to(List.of()).message(List.of()).build()));
    }

    private static final class TextPerNumber
            extends BatchCall<GlobeMessage, BatchSendMessageToGlobeRequest, BatchSendMessageToGlobeResponse> {
        TextPerNumber(BatchSendMessageToGlobeRequest settings) {
            super(BatchSendMessageToGlobeRequest.OPERATION, settings, MAX_MESSAGES);
        }

        @Override
        protected BatchSendMessageToGlobeRequest request(List<GlobeMessage> part, @Nullable String ownId) {
            var request = settings().toBuilder()
                    .to(part.stream().map(message -> message.to().digits()).toList())
                    .message(part.stream().map(GlobeMessage::text).toList());
            return (ownId == null ? request : request.taskId(ownId)).build();
        }

        @Override
        protected Object address(GlobeMessage message) {
            return message.to();
        }

        @Override
        protected Object content(GlobeMessage message) {
            return message.text();
        }

        @Override
        protected List<Outcome<GlobeMessage>> outcomes(
                List<GlobeMessage> part, BatchSendMessageToGlobeResponse response) {
            Set<String> failed = new HashSet<>();
            response.failedNumbers().forEach(number -> failed.add(digits(number)));
            int sent = 0;
            for (GlobeMessage message : part) {
                sent += failed.contains(message.to().digits()) ? 0 : 1;
            }
            Long counted = response.successCount();
            boolean clear = counted != null ? counted >= sent : part.size() - sent == failed.size();
            List<String> ids = response.messageIds();
            Iterator<String> nextId =
                    ids.size() == sent ? ids.iterator() : List.<String>of().iterator();
            List<Outcome<GlobeMessage>> outcomes = new ArrayList<>(part.size());
            for (GlobeMessage message : part) {
                if (failed.contains(message.to().digits())) {
                    outcomes.add(Outcome.refused(message, response.requestId()));
                } else if (clear) {
                    outcomes.add(
                            Outcome.accepted(message, nextId.hasNext() ? nextId.next() : null, response.requestId()));
                } else {
                    outcomes.add(Outcome.unknown(message, response.requestId()));
                }
            }
            return outcomes;
        }

        /** The digits of a number, however the service writes it. */
        private static String digits(String number) {
            var digits = new StringBuilder(number.length());
            number.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
            return digits.toString();
        }
    }
}

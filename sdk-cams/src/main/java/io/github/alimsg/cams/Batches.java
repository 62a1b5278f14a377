package io.github.alimsg.cams;

import io.github.alimsg.cams.model.SendChatappMassMessageRequest;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest.Recipient;
import io.github.alimsg.cams.model.SendChatappMassMessageResponse;
import io.github.alimsg.core.batch.BatchCall;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.spi.ClientCore;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends to lists of recipients of any length, and says what became of each. How a list is cut into calls, and when a
 * batch goes on after a failure, stands at {@link BatchResult}.
 */
public final class Batches {
    /** Documented for SendChatappMassMessage. */
    private static final int MAX_RECIPIENTS = 1000;

    private final ClientCore core;

    Batches(CamsClient client, ClientCore core) {
        this.core = core;
    }

    /**
     * Sends one template to many, each with parameters of its own, up to 1,000 in a call and fewer when they are long.
     * The id of an outcome is the {@code GroupMessageId} of its part. What became of each message then, only receipts
     * tell: the answer does not name recipients.
     *
     * @param settings sets channel, sender, template, language and what else all have in common; the list of recipients
     *     comes from {@code recipients}
     * @param recipients to whom; two different messages to one recipient are fine and travel in two parts
     * @return what became of each
     * @throws IllegalArgumentException when something required is missing, or the same message to the same recipient
     *     stands in the list twice; nothing was sent
     * @throws SdkException the first failure, when nothing was sent to anyone
     */
    public BatchResult<Recipient> sendChatappMassMessage(
            Consumer<SendChatappMassMessageRequest.Builder> settings, List<Recipient> recipients) {
        var request = SendChatappMassMessageRequest.builder();
        settings.accept(request);
        return new OneTemplate(core, request).send(recipients);
    }

    private static final class OneTemplate
            extends BatchCall<Recipient, SendChatappMassMessageRequest, SendChatappMassMessageResponse> {
        private final SendChatappMassMessageRequest.Builder request;

        OneTemplate(ClientCore core, SendChatappMassMessageRequest.Builder request) {
            super(core, SendChatappMassMessageRequest.OPERATION, MAX_RECIPIENTS);
            this.request = request;
        }

        @Override
        protected SendChatappMassMessageRequest request(List<Recipient> part) {
            return request.recipients(part).build();
        }

        /** Without plus, spaces and dashes: people write one number in many ways. */
        @Override
        protected Object address(Recipient recipient) {
            String to = recipient.to();
            if (to == null) {
                throw new IllegalArgumentException("a recipient of the list has no 'to'");
            }
            var address = new StringBuilder(to.length());
            to.codePoints().filter(Character::isLetterOrDigit).forEach(address::appendCodePoint);
            return address.toString();
        }

        @Override
        protected Object content(Recipient recipient) {
            return recipient.toBuilder().to("").build();
        }

        @Override
        protected List<Outcome<Recipient>> outcomes(List<Recipient> part, SendChatappMassMessageResponse response) {
            return part.stream()
                    .map(recipient -> Outcome.accepted(recipient, response.groupMessageId(), response.requestId()))
                    .toList();
        }
    }
}

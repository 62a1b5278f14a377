package io.github.alimsg.cams;

import io.github.alimsg.cams.model.SendChatappMassMessageRequest;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest.Recipient;
import io.github.alimsg.cams.model.SendChatappMassMessageResponse;
import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.batch.BatchCall;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.template.TemplateMismatchException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends to lists of recipients of any length, and returns the outcome of each. {@link BatchResult} describes how a list
 * is split into calls, and when a batch continues after a failure.
 */
public final class Batches {
    /** Documented for SendChatappMassMessage. */
    private static final int MAX_RECIPIENTS = 1000;

    private final ClientCore core;
    private final @Nullable ChatappTemplates templates;

    Batches(CamsClient client, ClientCore core) {
        this(core, null);
    }

    private Batches(ClientCore core, @Nullable ChatappTemplates templates) {
        this.core = core;
        this.templates = templates;
    }

    /**
     * Returns batches that check values before anything is sent. A recipient without a value for a variable of the
     * template is {@code refused()} with a {@link TemplateMismatchException} that names the variable, and the others are
     * sent to. When the template cannot be read, or is given by its name, everything is sent; {@link
     * ChatappTemplates#notChecked()} has those that could not be read.
     *
     * @param templates the templates
     * @return the batches
     */
    public Batches check(ChatappTemplates templates) {
        return new Batches(core, Objects.requireNonNull(templates, "templates"));
    }

    /**
     * Sends one template to many recipients, each with its own parameters, up to 1,000 per call and fewer when they are
     * long. The id of an outcome is the {@code GroupMessageId} of its part. The response does not name recipients: only
     * receipts tell what then happens to each message.
     *
     * @param settings sets channel, sender, template, language and everything else that is the same for all; the list
     *     of recipients comes from {@code recipients}
     * @param recipients the recipients; two different messages to one recipient are fine and go into two parts
     * @return the outcome of each
     * @throws IllegalArgumentException when something required is missing, or the same message to the same recipient is
     *     in the list twice; nothing was sent
     * @throws SdkException the first failure, when nothing was sent to anyone
     */
    public BatchResult<Recipient> sendChatappMassMessage(
            Consumer<SendChatappMassMessageRequest.Builder> settings, List<Recipient> recipients) {
        return sendChatappMassMessage(settings).send(recipients);
    }

    /**
     * Returns a batch that sends one template to many recipients, see {@link #sendChatappMassMessage(Consumer, List)}.
     * Nothing is sent yet.
     *
     * @param settings sets channel, sender, template, language and everything else that is the same for all
     * @return the batch, for any number of lists
     * @throws IllegalArgumentException when something required is missing
     */
    public Batch<Recipient> sendChatappMassMessage(Consumer<SendChatappMassMessageRequest.Builder> settings) {
        var request = SendChatappMassMessageRequest.builder();
        settings.accept(request);
        return new Batch<>(core, new OneTemplate(request.build(), templates));
    }

    private static final class OneTemplate
            extends BatchCall<Recipient, SendChatappMassMessageRequest, SendChatappMassMessageResponse> {
        private final @Nullable ChatappTemplates templates;

        OneTemplate(SendChatappMassMessageRequest settings, @Nullable ChatappTemplates templates) {
            super(SendChatappMassMessageRequest.OPERATION, settings, MAX_RECIPIENTS);
            this.templates = templates;
        }

        @Override
        protected SendChatappMassMessageRequest request(List<Recipient> part, @Nullable String ownId) {
            var request = settings().toBuilder().recipients(part);
            return (ownId == null ? request : request.taskId(ownId)).build();
        }

        @Override
        protected @Nullable RuntimeException refusal(Recipient recipient) {
            String code = settings().templateCode();
            if (templates != null && code != null) {
                try {
                    templates.check(code, settings().language(), recipient.templateParams());
                } catch (TemplateMismatchException e) {
                    return e;
                }
            }
            return null;
        }

        /** Without plus, spaces and dashes: a number can be written in many ways. */
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

package io.github.alimsg.dysms.mainland;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.batch.BatchCall;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.template.TemplateMismatchException;
import io.github.alimsg.dysms.mainland.model.MainlandNumbers;
import io.github.alimsg.dysms.mainland.model.SendBatchSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendBatchSmsResponse;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends to lists of recipients of any length, and returns the outcome of each. {@link BatchResult} describes how a list
 * is split into calls, and when a batch continues after a failure.
 */
public final class Batches {
    /** Documented for SendBatchSms. */
    private static final int MAX_RECIPIENTS = 100;

    /** Documented for SendSms. */
    private static final int MAX_NUMBERS = 1000;

    private final ClientCore core;
    private final @Nullable SmsTemplates templates;

    Batches(DysmsMainlandClient client, ClientCore core) {
        this(core, null);
    }

    private Batches(ClientCore core, @Nullable SmsTemplates templates) {
        this.core = core;
        this.templates = templates;
    }

    /**
     * Returns batches that check values before anything is sent. A recipient whose values do not fit the template is
     * {@code refused()} with a {@link TemplateMismatchException} that names the variable, and the others are sent to;
     * the service would refuse all recipients of the same call. When the template cannot be read, everything is sent,
     * and {@link SmsTemplates#notChecked()} says so. Values that {@link #sendSms} is given as JSON text are not checked.
     *
     * @param templates the templates
     * @return the batches
     */
    public Batches check(SmsTemplates templates) {
        return new Batches(core, Objects.requireNonNull(templates, "templates"));
    }

    /**
     * Sends one template to many recipients, each with its own signature and values, up to 100 per call. The id of an
     * outcome is the {@code BizId} of its part.
     *
     * @param settings sets the template's code and everything else that is the same for all; numbers, signatures,
     *     values and extension codes come from the recipients
     * @param recipients the recipients; two different messages to one number are fine and go into two parts
     * @return the outcome of each
     * @throws IllegalArgumentException when the template's code is missing, some recipients have an extension code and
     *     others do not, or the same message is in the list twice; nothing was sent
     * @throws SdkException the first failure, when nothing was sent to anyone
     */
    public BatchResult<SmsRecipient> sendBatchSms(
            Consumer<SendBatchSmsRequest.Builder> settings, List<SmsRecipient> recipients) {
        return sendBatchSms(settings).send(recipients);
    }

    /**
     * Returns a batch that sends one template to many recipients, see {@link #sendBatchSms(Consumer, List)}. Nothing is
     * sent yet.
     *
     * @param settings sets the template's code and everything else that is the same for all
     * @return the batch, for any number of lists
     * @throws IllegalArgumentException when the template's code is missing
     */
    public Batch<SmsRecipient> sendBatchSms(Consumer<SendBatchSmsRequest.Builder> settings) {
        var request = SendBatchSmsRequest.builder();
        settings.accept(request);
        request.phoneNumbers(List.of()).signNames(List.of());
        return new Batch<>(core, new PersonalMessages(request.build(), templates));
    }

    /**
     * Sends one text to many numbers, with the same signature and values, up to 1,000 per call. The id of an outcome is
     * the {@code BizId} of its part.
     *
     * @param settings sets signature, template and values; numbers come from the list
     * @param numbers the phone numbers
     * @return the outcome of each
     * @throws IllegalArgumentException when something required is missing, or a number is in the list twice, even if
     *     once with and once without country code, or {@linkplain #check checked} values do not fit the template;
     *     nothing was sent
     * @throws SdkException the first failure, when nothing was sent to anyone
     */
    public BatchResult<PhoneNumber> sendSms(Consumer<SendSmsRequest.Builder> settings, List<PhoneNumber> numbers) {
        return sendSms(settings).send(numbers);
    }

    /**
     * Returns a batch that sends one text to many numbers, see {@link #sendSms(Consumer, List)}. Nothing is sent yet.
     *
     * @param settings sets signature, template and values
     * @return the batch, for any number of lists
     * @throws IllegalArgumentException when something required is missing
     */
    public Batch<PhoneNumber> sendSms(Consumer<SendSmsRequest.Builder> settings) {
        var request = SendSmsRequest.builder();
        settings.accept(request);
        return new Batch<>(core, new SameMessage(request.phoneNumbers("").build(), templates));
    }

    private static <R> List<Outcome<R>> accepted(List<R> part, @Nullable String bizId, @Nullable String requestId) {
        return part.stream()
                .map(recipient -> Outcome.accepted(recipient, bizId, requestId))
                .toList();
    }

    private static final class PersonalMessages
            extends BatchCall<SmsRecipient, SendBatchSmsRequest, SendBatchSmsResponse> {
        private final @Nullable SmsTemplates templates;

        PersonalMessages(SendBatchSmsRequest settings, @Nullable SmsTemplates templates) {
            super(SendBatchSmsRequest.OPERATION, settings, MAX_RECIPIENTS);
            this.templates = templates;
        }

        @Override
        protected void check(List<SmsRecipient> recipients) {
            boolean expected = recipients.get(0).upExtendCode() != null;
            if (recipients.stream().anyMatch(to -> to.upExtendCode() != null != expected)) {
                throw new IllegalArgumentException(
                        "some recipients have an extension code and others none; give one to all, or send two batches");
            }
        }

        @Override
        protected SendBatchSmsRequest request(List<SmsRecipient> part, @Nullable String ownId) {
            var request = settings().toBuilder();
            request.phoneNumbers(part.stream().map(SmsRecipient::number).toArray(PhoneNumber[]::new));
            request.signNames(part.stream().map(SmsRecipient::signName).toList());
            if (part.stream().anyMatch(to -> !to.templateParams().isEmpty())) {
                request.templateParams(
                        part.stream().map(SmsRecipient::templateParams).toList());
            }
            if (part.get(0).upExtendCode() != null) {
                request.smsUpExtendCodes(part.stream()
                        .map(to -> Objects.requireNonNull(to.upExtendCode()))
                        .toList());
            }
            if (ownId != null) {
                request.outId(ownId);
            }
            return request.build();
        }

        @Override
        protected @Nullable RuntimeException refusal(SmsRecipient recipient) {
            if (templates != null) {
                try {
                    templates.check(settings().templateCode(), recipient.templateParams());
                } catch (TemplateMismatchException e) {
                    return e;
                }
            }
            return null;
        }

        @Override
        protected Object address(SmsRecipient recipient) {
            return MainlandNumbers.digits(recipient.number());
        }

        @Override
        protected Object content(SmsRecipient recipient) {
            return List.of(recipient.signName(), recipient.templateParams());
        }

        @Override
        protected List<Outcome<SmsRecipient>> outcomes(List<SmsRecipient> part, SendBatchSmsResponse response) {
            return accepted(part, response.bizId(), response.requestId());
        }
    }

    private static final class SameMessage extends BatchCall<PhoneNumber, SendSmsRequest, SendSmsResponse> {
        private final @Nullable SmsTemplates templates;

        SameMessage(SendSmsRequest settings, @Nullable SmsTemplates templates) {
            super(SendSmsRequest.OPERATION, settings, MAX_NUMBERS);
            this.templates = templates;
        }

        @Override
        protected void check(List<PhoneNumber> numbers) {
            SendSmsRequest message = settings();
            boolean asJson = message.templateParam().isEmpty() && message.templateParamJson() != null;
            if (templates != null && !asJson) {
                templates.check(message.templateCode(), message.templateParam());
            }
        }

        @Override
        protected SendSmsRequest request(List<PhoneNumber> part, @Nullable String ownId) {
            var request = settings().toBuilder().phoneNumbers(part.toArray(PhoneNumber[]::new));
            return (ownId == null ? request : request.outId(ownId)).build();
        }

        @Override
        protected Object address(PhoneNumber number) {
            return MainlandNumbers.digits(number);
        }

        @Override
        protected Object content(PhoneNumber number) {
            return "";
        }

        @Override
        protected List<Outcome<PhoneNumber>> outcomes(List<PhoneNumber> part, SendSmsResponse response) {
            return accepted(part, response.bizId(), response.requestId());
        }
    }
}

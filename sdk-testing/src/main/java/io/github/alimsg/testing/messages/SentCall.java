package io.github.alimsg.testing.messages;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.wire.PhoneForm;
import io.github.alimsg.core.wire.SuccessRule;
import io.github.alimsg.testing.gateway.Call;
import io.github.alimsg.testing.gateway.WireReply;
import io.github.alimsg.testing.products.Failures;
import io.github.alimsg.testing.products.JsonTrees;
import io.github.alimsg.testing.products.Message;
import io.github.alimsg.testing.products.MessageIds;
import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.Sending;
import io.github.alimsg.testing.products.Submission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call that sends, and its reply. Its messages are read when somebody asks for them, once. */
public final class SentCall {
    private final MessageFormats.Format format;
    private final Call call;
    private final WireReply reply;
    private final @Nullable String templateError;
    private final Failures failures;
    private @Nullable List<Message> messages;

    SentCall(
            MessageFormats.Format format,
            Call call,
            WireReply reply,
            @Nullable String templateError,
            Failures failures) {
        this.format = format;
        this.call = call;
        this.reply = reply;
        this.templateError = templateError;
        this.failures = failures;
    }

    /** Its messages in order; none when its reply was no success. */
    public synchronized List<Message> messages() {
        List<Message> read = messages;
        if (read == null) {
            read = read();
            messages = read;
        }
        return read;
    }

    private List<Message> read() {
        JsonNode answer = JsonTrees.read(reply.text());
        String codeField = format.operation().successRule().codeField();
        if (reply.status() != 200
                || codeField != null
                        && !SuccessRule.isSuccess(answer.path(codeField).asText())) {
            return List.of();
        }
        Sending how = Products.sending(call.operation());
        MessageIds.Given ids = how == null
                ? new MessageIds.Given(List.of(), true, List.of())
                : how.ids().in(answer);
        Set<String> refused = new HashSet<>();
        ids.refused().forEach(number -> refused.add(String.valueOf(PhoneForm.DIGITS_OR_ID.of(number))));
        var submission = new Submission(
                call.operation(),
                call.parameters(),
                answer.path("RequestId").asText(),
                call.receivedAt(),
                call.sequence(),
                templateError);
        List<String> recipients = format.facts().recipients(call.parameters());
        List<OutgoingMessage> contents =
                format.facts().messages(format.operation(), call.parameters(), format.homeNumbers());
        List<Message> read = new ArrayList<>(contents.size());
        for (int i = 0; i < contents.size(); i++) {
            if (!refused.contains(contents.get(i).to())) {
                String recipient = recipients.isEmpty() ? "" : recipients.get(i);
                int position = read.size();
                read.add(new Message(submission, contents.get(i), recipient, ids.of(position), position, failures));
            }
        }
        return List.copyOf(read);
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return "SentCall[" + call.operation() + "]";
    }
}

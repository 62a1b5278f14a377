package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.json.MalformedJson;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.core.wire.SuccessRule;
import io.github.alimsg.core.wire.SuccessRule.Verdict;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns a reply into a response or a failure, in this order:
 *
 * <ol>
 *   <li>the HTTP status is checked: below 200 and from 300 on there is no response
 *   <li>generated code reads the response with a {@link JsonReader}, which fills the envelope
 *   <li>the envelope decides whether the reply is a success
 *   <li>if it is not, {@link ErrorReply} reads the reply again: failures have many shapes
 *   <li>{@link ReplyFailures} creates the exception, and what decides about a repeat
 * </ol>
 */
public final class ReplyReader {
    private final Product product;

    /**
     * Creates a reader of one product's replies.
     *
     * @param product the product, for the error codes it documents
     */
    public ReplyReader(Product product) {
        this.product = product;
    }

    /** A response or a failure; the other is null. */
    public record Outcome<O>(@Nullable O response, @Nullable Failure failure) {
        /** Creates the result of an attempt without a response. */
        public static <O> Outcome<O> failed(Failure failure) {
            return new Outcome<>(null, failure);
        }
    }

    /** The attempt that a reply belongs to. */
    public record Context<O extends SdkResponse>(
            Operation<?, O> operation, int attempts, Instant now, Credentials credentials, EncodedParams params) {}

    /** Reads a reply. */
    public <O extends SdkResponse> Outcome<O> read(HttpResponse reply, Context<O> context) {
        if (reply.status() < 200) { // not a refusal: it announces a reply that never came
            return malformed(reply, "an interim status instead of a final one", context);
        }
        if (reply.status() >= 300) {
            return refused(reply, errorIn(reply, context), context);
        }
        String problem;
        try {
            var in = new JsonReader(reply, context.operation, context.attempts);
            try {
                O response = context.operation.read(in);
                if (!in.isAtEnd()) {
                    return malformed(reply, "text follows the JSON", context);
                }
                if (in.verdict() == Verdict.SUCCESS) {
                    return new Outcome<>(response, null);
                }
            } finally {
                in.close();
            }
            problem = "the reply says neither success nor failure";
        } catch (MalformedJson e) {
            problem = Objects.requireNonNullElse(e.getMessage(), "the reply cannot be read");
        }
        ErrorReply error = errorIn(reply, context);
        return error.verdict() == Verdict.FAILURE ? refused(reply, error, context) : malformed(reply, problem, context);
    }

    private static ErrorReply errorIn(HttpResponse reply, Context<?> context) {
        SuccessRule rule = context.operation.successRule();
        return ErrorReply.of(reply, rule.codeField(), rule.messageField());
    }

    private <O> Outcome<O> refused(HttpResponse reply, ErrorReply error, Context<?> context) {
        return Outcome.failed(new ReplyFailures(product).refused(reply, error, context));
    }

    private static <O> Outcome<O> malformed(HttpResponse reply, String problem, Context<?> context) {
        return Outcome.failed(ReplyFailures.malformed(reply, problem, context));
    }
}

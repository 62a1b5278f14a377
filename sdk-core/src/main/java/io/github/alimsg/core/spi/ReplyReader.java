package io.github.alimsg.core.spi;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.http.HttpReply;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns an answer into a response, or into the failure it is. */
final class ReplyReader {
    private final ReplyFailures failures;

    ReplyReader(Product product) {
        this.failures = new ReplyFailures(product);
    }

    /** A response or a failure; the other is null. */
    record Outcome<O>(@Nullable O response, @Nullable Failure failure) {}

    /** What an answer is read against. */
    record Context<O extends SdkResponse>(
            Operation<?, O> operation,
            int attempts,
            Instant now,
            Credentials credentials,
            ParamWriter.EncodedParams params) {}

    <O extends SdkResponse> Outcome<O> read(HttpReply reply, Context<O> context) {
        if (reply.status() < 200 || reply.status() >= 300) {
            return new Outcome<>(null, failures.ofStatus(reply, context));
        }
        String problem;
        try {
            JsonIn in = new JsonIn(reply, context.operation, context.attempts);
            try {
                O response = context.operation.read(in);
                if (!in.isAtEnd()) {
                    return new Outcome<>(null, ReplyFailures.malformed(reply, "text follows the JSON", context));
                }
                if (in.verdict() == JsonIn.Verdict.SUCCESS) {
                    return new Outcome<>(response, null);
                }
            } finally {
                in.close();
            }
            problem = "the reply says neither success nor failure";
        } catch (MalformedJson e) {
            problem = Objects.requireNonNullElse(e.getMessage(), "the reply cannot be read");
        }
        return new Outcome<>(null, failures.ofNoSuccess(reply, problem, context));
    }
}

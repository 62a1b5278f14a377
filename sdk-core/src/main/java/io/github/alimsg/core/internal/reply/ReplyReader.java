package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.internal.encoding.EncodedParams;

import io.github.alimsg.core.internal.json.MalformedJson;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.Product;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.http.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns an answer into a response, or into the failure it is. */
public final class ReplyReader {
    private final ReplyFailures failures;

    public ReplyReader(Product product) {
        this.failures = new ReplyFailures(product);
    }

    /** A response or a failure; the other is null. */
    public record Outcome<O>(@Nullable O response, @Nullable Failure failure) {
        /** An attempt that brought no response. */
        public static <O> Outcome<O> failed(Failure failure) {
            return new Outcome<>(null, failure);
        }
    }

    /** What an answer is read against. */
    public record Context<O extends SdkResponse>(
            Operation<?, O> operation,
            int attempts,
            Instant now,
            Credentials credentials,
            EncodedParams params) {}

    public <O extends SdkResponse> Outcome<O> read(HttpResponse reply, Context<O> context) {
        if (reply.status() < 200 || reply.status() >= 300) {
            return new Outcome<>(null, failures.ofStatus(reply, context));
        }
        String problem;
        try {
            JsonReader in = new JsonReader(reply, context.operation, context.attempts);
            try {
                O response = context.operation.read(in);
                if (!in.isAtEnd()) {
                    return new Outcome<>(null, ReplyFailures.malformed(reply, "text follows the JSON", context));
                }
                if (in.verdict() == JsonReader.Verdict.SUCCESS) {
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

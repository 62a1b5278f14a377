package io.github.alimsg.core;

import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.internal.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every response has: the facts of its call, and the answer as it came. */
public abstract class SdkResponse implements CallResult {
    private final @Nullable String requestId;
    private final @Nullable String serviceCode;
    private final @Nullable String serviceMessage;
    private final HttpResponse reply;
    private final int attempts;

    /**
     * Called by generated responses.
     *
     * @param builder the builder that holds the facts of the call
     */
    protected SdkResponse(Builder<?> builder) {
        this.requestId = builder.requestId;
        this.serviceCode = builder.serviceCode;
        this.serviceMessage = builder.serviceMessage;
        this.reply = builder.reply;
        this.attempts = builder.attempts;
    }

    @Override
    public final @Nullable String requestId() {
        return requestId;
    }

    @Override
    public final int httpStatus() {
        return reply.status();
    }

    @Override
    public final int attempts() {
        return attempts;
    }

    /**
     * {@return the code of success that the service gave, such as {@code OK}; null for operations that give none}
     */
    public final @Nullable String serviceCode() {
        return serviceCode;
    }

    /** {@return the message beside the code of success; rarely says anything} */
    public final @Nullable String serviceMessage() {
        return serviceMessage;
    }

    /** {@return the answer as it came} May hold personal data: keep it out of logs. */
    public final String rawJson() {
        return reply.text();
    }

    /**
     * A part of the answer that this version of the SDK does not know.
     *
     * @param jsonPointer where it stands, as RFC 6901 has it: {@code /Data/List/0/Name}
     * @return text as it is, anything else as JSON; null when there is nothing, or JSON's null
     * @throws IllegalArgumentException when the pointer neither is empty nor begins with a slash
     */
    public final @Nullable String raw(String jsonPointer) {
        return RawJson.at(reply.body(), jsonPointer);
    }

    /**
     * What every builder of a response can do. Builders of responses serve the engine, and tests of applications.
     *
     * @param <B> the builder itself
     */
    public abstract static class Builder<B extends Builder<B>> {
        private static final HttpResponse NOTHING =
                new HttpResponse(200, List.of(), "{}".getBytes(StandardCharsets.UTF_8));

        private @Nullable String requestId;
        private @Nullable String serviceCode;
        private @Nullable String serviceMessage;
        private HttpResponse reply = NOTHING;
        private int attempts = 1;

        /** Called by generated builders. */
        protected Builder() {}

        /**
         * Called by generated builders.
         *
         * @param response whose facts to take over
         */
        protected Builder(SdkResponse response) {
            this.requestId = response.requestId;
            this.serviceCode = response.serviceCode;
            this.serviceMessage = response.serviceMessage;
            this.reply = response.reply;
            this.attempts = response.attempts;
        }

        /**
         * Id under which the service knows the request.
         *
         * @param requestId the id
         * @return this builder
         */
        public final B requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return self();
        }

        /**
         * The code of success and the message beside it.
         *
         * @param code the code
         * @param message the message
         * @return this builder
         */
        public final B service(@Nullable String code, @Nullable String message) {
            this.serviceCode = code;
            this.serviceMessage = message;
            return self();
        }

        /**
         * The answer as it came.
         *
         * @param reply the answer
         * @param attempts how many times the request was tried
         * @return this builder
         */
        public final B reply(HttpResponse reply, int attempts) {
            this.reply = reply;
            this.attempts = attempts;
            return self();
        }

        @SuppressWarnings("unchecked")
        private B self() {
            return (B) this;
        }
    }
}

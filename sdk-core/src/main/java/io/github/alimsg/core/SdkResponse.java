package io.github.alimsg.core;

import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.intercept.CallResult;
import io.github.alimsg.core.internal.json.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base of all responses: the request id, the HTTP status, the number of attempts, and the reply as it was received.
 */
public abstract class SdkResponse implements CallResult {
    private final @Nullable String requestId;
    private final @Nullable String serviceCode;
    private final @Nullable String serviceMessage;
    private final HttpResponse reply;
    private final int attempts;

    /**
     * Called by generated responses.
     *
     * @param builder the builder that holds them
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
     * Returns a header of the reply, such as {@code x-acs-request-id}.
     *
     * @param name the header's name, in upper or lower case
     * @return its value, the first of several; null when there is none
     */
    public final @Nullable String header(String name) {
        return reply.header(name);
    }

    /**
     * {@return the success code that the service returned, such as {@code OK}; null for operations that return none}
     */
    public final @Nullable String serviceCode() {
        return serviceCode;
    }

    /** {@return the message that came with the success code; rarely informative} */
    public final @Nullable String serviceMessage() {
        return serviceMessage;
    }

    /** {@return the reply as it was received} May contain personal data: keep it out of logs. */
    public final String rawJson() {
        return reply.text();
    }

    /**
     * Returns a part of the reply that this version of the SDK does not know.
     *
     * @param jsonPointer where it is, as an RFC 6901 pointer: {@code /Data/List/0/Name}
     * @return text as it is, anything else as JSON; null when there is nothing there, or a JSON null
     * @throws IllegalArgumentException when the pointer is not empty and does not begin with a slash
     */
    public final @Nullable String raw(String jsonPointer) {
        return RawJson.at(reply.body(), jsonPointer);
    }

    /**
     * The methods that every builder of a response has. For the engine and for tests of applications.
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
         * @param response the response to copy from
         */
        protected Builder(SdkResponse response) {
            this.requestId = response.requestId;
            this.serviceCode = response.serviceCode;
            this.serviceMessage = response.serviceMessage;
            this.reply = response.reply;
            this.attempts = response.attempts;
        }

        /**
         * Sets the request id that the service assigned.
         *
         * @param requestId the id
         * @return this builder
         */
        public final B requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return self();
        }

        /**
         * Sets the success code and its message.
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
         * Sets the reply as it was received.
         *
         * @param reply the reply
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

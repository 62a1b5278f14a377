package io.github.alimsg.testing;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.core.wire.SuccessRule;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A product made up for these tests. */
final class Letters extends Product {
    static final Operation<Letter, Receipt> LIST_LETTERS = operation("ListLetters", Effect.READ, 0, SuccessRule.CODE);
    static final Operation<Letter, Receipt> PING = operation("Ping", Effect.READ, 100, SuccessRule.HTTP_STATUS);
    static final Operation<Letter, Receipt> SEND_LETTER =
            operation("SendLetter", Effect.SEND, 2, new SuccessRule("ResponseCode", "ResponseDescription"));
    static final Letters PRODUCT = new Letters();

    private Letters() {
        super("letters", "2026-01-01", "Letters", "cn-hangzhou", Map.of(), Map.of(), "letters.aliyuncs.com");
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(LIST_LETTERS, PING, SEND_LETTER);
    }

    @Override
    public InputStream metadata() {
        return Objects.requireNonNull(Letters.class.getResourceAsStream("letters.json"));
    }

    private static Operation<Letter, Receipt> operation(
            String name, Effect effect, int callsPerSecond, SuccessRule rule) {
        return new Operation<>(name, effect, callsPerSecond, rule, Receipt.class) {
            @Override
            public void write(Letter letter, ParamWriter out) {
                out.inForm();
                out.put("Text", letter.text);
                out.inQuery();
                out.put("To", letter.to);
            }

            @Override
            public @Nullable MessageFacts messages() {
                return effect == Effect.SEND
                        ? MessageFacts.to("To", MessageFacts.Form.ONE).text("Text")
                        : null;
            }

            @Override
            public Receipt read(JsonReader in) {
                var receipt = new Receipt.Builder();
                if (in.startObject()) {
                    for (String field; (field = in.nextField()) != null; ) {
                        in.other(field);
                    }
                }
                in.finish(receipt);
                return new Receipt(receipt);
            }
        };
    }

    /** A request. */
    static final class Letter extends SdkRequest {
        final String to;
        final String text;

        Letter(String to, String text) {
            super(new Builder());
            this.to = to;
            this.text = text;
        }

        private static final class Builder extends SdkRequest.Builder<Builder> {}
    }

    /** A response. */
    static final class Receipt extends SdkResponse {
        private Receipt(Builder builder) {
            super(builder);
        }

        private static final class Builder extends SdkResponse.Builder<Builder> {}
    }

    /** Settings of a client. */
    static final class Builder extends ClientBuilder<Builder> {}
}

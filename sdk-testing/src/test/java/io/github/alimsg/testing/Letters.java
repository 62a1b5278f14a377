package io.github.alimsg.testing;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.spi.JsonIn;
import io.github.alimsg.core.spi.Operation;
import io.github.alimsg.core.spi.ParamWriter;
import io.github.alimsg.core.spi.Product;
import io.github.alimsg.core.spi.SuccessRule;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A product made up for these tests. */
final class Letters extends Product {
    static final Letters PRODUCT = new Letters();

    private Letters() {
        super("letters", "2026-01-01", "cn-hangzhou", Map.of(), Map.of(), "letters.aliyuncs.com");
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(
                operation("ListLetters", Effect.READ, 0, SuccessRule.CODE),
                operation("Ping", Effect.READ, 100, SuccessRule.HTTP_STATUS),
                operation("SendLetter", Effect.SEND, 2, SuccessRule.RESPONSE_CODE));
    }

    @Override
    public InputStream metadata() {
        return Objects.requireNonNull(Letters.class.getResourceAsStream("letters.json"));
    }

    private static Operation<?, ?> operation(String name, Effect effect, int callsPerSecond, SuccessRule rule) {
        return new Operation<SdkRequest, SdkResponse>(name, effect, callsPerSecond, rule, SdkResponse.class) {
            @Override
            protected void write(SdkRequest request, ParamWriter out) {
                throw new UnsupportedOperationException();
            }

            @Override
            protected SdkResponse read(JsonIn in) {
                throw new UnsupportedOperationException();
            }
        };
    }
}

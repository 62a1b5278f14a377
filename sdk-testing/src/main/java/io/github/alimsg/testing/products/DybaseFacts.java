package io.github.alimsg.testing.products;

import java.util.List;
import java.util.Map;

/** Dybaseapi: keys for the queues that receipts come by, which belong to an account of the vendor's. */
final class DybaseFacts implements ProductFacts {
    @Override
    public List<KeyLoan> keyLoans() {
        return List.of(new KeyLoan("QueryTokenForMnsQueue", "QueueName", DybaseFacts::token));
    }

    private static Map<String, ?> token(LentKey key) {
        return Map.of(
                "MessageTokenDTO",
                Map.of(
                        "AccessKeyId", key.accessKeyId(),
                        "AccessKeySecret", key.secret(),
                        "SecurityToken", key.token(),
                        "CreateTime", Beijing.TIME.format(key.start()),
                        "ExpireTime", Beijing.TIME.format(key.end())));
    }
}

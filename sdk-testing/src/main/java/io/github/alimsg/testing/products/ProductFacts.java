package io.github.alimsg.testing.products;

import io.github.alimsg.core.wire.SuccessRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fake knows of a product beyond its metadata. Nothing by default. */
interface ProductFacts {
    /** The window of the shortest quota. */
    Duration MINUTE = Duration.ofMinutes(1);

    /** The window of the next one. */
    Duration HOUR = Duration.ofHours(1);

    /** Where replies say whether the call succeeded. */
    default SuccessRule successRule() {
        return SuccessRule.CODE;
    }

    /** The version of its API; empty when the fake need not know it. */
    default String version() {
        return "";
    }

    /** How it refuses a call whose quota for a minute, an hour or a day is used up. */
    default Templates.Mismatch quotaExceeded(Duration window) {
        return new Templates.Mismatch(
                "isv.BUSINESS_LIMIT_CONTROL",
                window.equals(MINUTE)
                        ? "触发分钟级流控Permits:1"
                        : window.equals(HOUR) ? "触发小时级流控Permits:5" : "触发天级流控Permits:10");
    }

    /** The operations that may be called without a signature. */
    default Set<String> unsigned() {
        return Set.of();
    }

    /** The operations that send messages which are named, reported or looked up. */
    default List<Sending> sendings() {
        return List.of();
    }

    /** The operations that say what became of messages. */
    default List<Lookup> lookups() {
        return List.of();
    }

    /** The channel of an operation that sends; null when it is not one of the product, or does not say. */
    default @Nullable String channel(String operation, Map<String, String> parameters) {
        return null;
    }

    /** The kinds of receipts that the product posts. */
    default List<ReceiptKind> receiptKinds() {
        return List.of();
    }

    /** The operations that lend keys for queues. */
    default List<KeyLoan> keyLoans() {
        return List.of();
    }

    /** The operations that permit an upload to the object storage. */
    default List<UploadPermission> uploads() {
        return List.of();
    }
}

package io.github.alimsg.testing.products;

import io.github.alimsg.core.wire.SuccessRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fake knows of a product beyond its metadata. Nothing by default. */
interface ProductFacts {
    /** Where replies say whether the call succeeded. */
    default SuccessRule successRule() {
        return SuccessRule.CODE;
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

    /** The operations that permit an upload to the object storage. */
    default List<UploadPermission> uploads() {
        return List.of();
    }
}

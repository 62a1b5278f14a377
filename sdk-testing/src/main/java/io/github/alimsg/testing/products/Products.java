package io.github.alimsg.testing.products;

import io.github.alimsg.core.wire.SuccessRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the fake knows of all products together. It needs not be taught a product for this: an operation's name is the
 * same in no two of them.
 */
public final class Products {
    private static final List<ProductFacts> ALL = List.of(
            new CamsFacts(), new InternationalSmsFacts(), new MainlandSmsFacts(), new StsFacts(), new DybaseFacts());

    private static final Map<String, Sending> SENDINGS = ALL.stream()
            .flatMap(product -> product.sendings().stream())
            .collect(Collectors.toUnmodifiableMap(Sending::operation, Function.identity()));

    private static final Map<String, Lookup> LOOKUPS = ALL.stream()
            .flatMap(product -> product.lookups().stream())
            .collect(Collectors.toUnmodifiableMap(Lookup::operation, Function.identity()));

    private static final Map<String, UploadPermission> UPLOADS = ALL.stream()
            .flatMap(product -> product.uploads().stream())
            .collect(Collectors.toUnmodifiableMap(UploadPermission::operation, Function.identity()));

    private static final Map<String, KeyLoan> KEY_LOANS = ALL.stream()
            .flatMap(product -> product.keyLoans().stream())
            .collect(Collectors.toUnmodifiableMap(KeyLoan::operation, Function.identity()));

    private static final Map<String, ReceiptKind> RECEIPT_KINDS = ALL.stream()
            .flatMap(product -> product.receiptKinds().stream())
            .collect(Collectors.toMap(ReceiptKind::name, Function.identity(), (one, other) -> one, TreeMap::new));

    private static final List<SuccessRule> SUCCESS_RULES =
            ALL.stream().map(ProductFacts::successRule).distinct().toList();

    private Products() {}

    /** Every place where a product's replies say whether the call succeeded. */
    public static List<SuccessRule> successRules() {
        return SUCCESS_RULES;
    }

    /** How a call is refused whose quota for a minute, an hour or a day is used up. */
    public static Templates.Mismatch quota(String version, Duration window) {
        return ALL.stream()
                .filter(product -> product.version().equals(version))
                .findFirst()
                .orElse(ALL.get(0))
                .quotaExceeded(window);
    }

    /** The operations that may be called without a signature. */
    public static Set<String> unsigned() {
        return ALL.stream().flatMap(product -> product.unsigned().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What becomes of the messages of an operation; null when it sends none, or nothing is known about them. */
    public static @Nullable Sending sending(String operation) {
        return SENDINGS.get(operation);
    }

    /** How an operation says what became of messages; null when it does not. */
    public static @Nullable Lookup lookup(String operation) {
        return LOOKUPS.get(operation);
    }

    /** The channel of a call that sends; null when the fake does not know it. */
    public static @Nullable String channel(String operation, Map<String, String> parameters) {
        for (ProductFacts product : ALL) {
            String channel = product.channel(operation, parameters);
            if (channel != null) {
                return channel;
            }
        }
        return null;
    }

    /** How an operation permits uploads; null when it does not. */
    public static @Nullable UploadPermission upload(String operation) {
        return UPLOADS.get(operation);
    }

    /** How an operation lends keys for queues; null when it does not. */
    public static @Nullable KeyLoan keyLoan(String operation) {
        return KEY_LOANS.get(operation);
    }

    /** Every kind of receipt. */
    public static Set<ReceiptKind> receiptKinds() {
        return Set.copyOf(RECEIPT_KINDS.values());
    }

    /**
     * Finds a kind of receipt.
     *
     * @throws IllegalArgumentException when there is no such kind
     */
    public static ReceiptKind receiptKind(String name) {
        ReceiptKind kind = RECEIPT_KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("there is no kind " + name + "; there are " + RECEIPT_KINDS.keySet());
        }
        return kind;
    }
}

package io.github.alimsg.receipts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, in terms that all products share. Each product's own class has the fields that the service
 * sent.
 */
public abstract class DeliveryReport extends Receipt {
    private final Map<String, FailureReason> reasons;

    /**
     * Called by the products' reports.
     *
     * @param fields its fields
     * @param shown names of the fields that {@code toString} shows; none of them personal
     * @param identity names of the fields that are the same whenever the same receipt is delivered, the first of them
     *     being required
     * @param reasons what the product's error codes mean
     */
    protected DeliveryReport(
            ReceiptFields fields, List<String> shown, List<String> identity, Map<String, FailureReason> reasons) {
        super(fields, shown, identity);
        this.reasons = reasons;
    }

    /** {@return what the service calls the message, or the request that sent it; null when the receipt does not say} */
    public abstract @Nullable String messageId();

    /** {@return the id that the application chose, as the product's class explains it; null when it is absent} */
    public abstract @Nullable String ownId();

    /** {@return how far the message got; {@link DeliveryState#UNKNOWN} when the receipt does not say} */
    public abstract DeliveryState state();

    /** {@return the code of the channel or the carrier, as the product's class explains it; null when it is absent} */
    public abstract @Nullable String errorCode();

    /**
     * Returns why the message failed.
     *
     * @return the reason; {@link FailureReason#NONE} unless the state is {@link DeliveryState#FAILED} or
     *     {@link DeliveryState#EXPIRED}; {@link FailureReason#UNKNOWN} when the code is absent, or has no reason
     */
    public final FailureReason reason() {
        return switch (state()) {
            case FAILED -> reasonOfCode();
            case EXPIRED -> FailureReason.EXPIRED;
            default -> FailureReason.NONE;
        };
    }

    private FailureReason reasonOfCode() {
        String code = errorCode();
        return code == null ? FailureReason.UNKNOWN : reasons.getOrDefault(code.strip(), FailureReason.UNKNOWN);
    }
}

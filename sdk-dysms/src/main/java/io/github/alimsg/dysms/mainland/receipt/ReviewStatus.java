package io.github.alimsg.dysms.mainland.receipt;

import io.github.alimsg.core.OpenValue;
import java.util.List;

/** The state of a review. The service may add values: {@link #of} takes any text. */
public final class ReviewStatus extends OpenValue {
    /** Under review. */
    public static final ReviewStatus APPROVING = new ReviewStatus("approving");

    /** Approved. */
    public static final ReviewStatus APPROVED = new ReviewStatus("approved");

    /** Rejected; the reason says why. */
    public static final ReviewStatus REJECTED = new ReviewStatus("rejected");

    private static final List<ReviewStatus> KNOWN = List.of(APPROVING, APPROVED, REJECTED);

    private ReviewStatus(String value) {
        super(value);
    }

    /**
     * Returns the value of a text, known or not.
     *
     * @param value the text on the wire, in any case
     * @return the constant, if there is one; a new value otherwise
     */
    public static ReviewStatus of(String value) {
        return inAnyCase(value, KNOWN, ReviewStatus::new);
    }

    /** {@return the values that are documented} */
    public static List<ReviewStatus> known() {
        return KNOWN;
    }
}

package io.github.alimsg.cams.receipt;

import io.github.alimsg.core.OpenValue;
import java.util.List;

/** The state of a template's review. The service may add values: {@link #of} takes any text. */
public final class ReviewStatus extends OpenValue {
    /** Approved. */
    public static final ReviewStatus PASS = new ReviewStatus("pass");

    /** Rejected; the reason says why. */
    public static final ReviewStatus FAIL = new ReviewStatus("fail");

    /** Under review. */
    public static final ReviewStatus AUDITING = new ReviewStatus("auditing");

    /** Waiting for review. */
    public static final ReviewStatus UNAUDIT = new ReviewStatus("unaudit");

    /** Switched off. */
    public static final ReviewStatus DISABLED = new ReviewStatus("disabled");

    /** Paused. */
    public static final ReviewStatus PAUSED = new ReviewStatus("paused");

    private static final List<ReviewStatus> KNOWN = List.of(PASS, FAIL, AUDITING, UNAUDIT, DISABLED, PAUSED);

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

package io.github.alimsg.cams.receipt;

import io.github.alimsg.core.OpenValue;
import java.util.List;

/** The subject of a notification of version 2. The service may add values: {@link #of} takes any text. */
public final class AuditType extends OpenValue {
    /** The state of a template; the only one in version 1. */
    public static final AuditType TEMPLATE = new AuditType("template");

    /** The display name of a number. */
    public static final AuditType PHONE_NAME_UPDATE = new AuditType("phoneNameUpdate");

    /** The quality rating of a number. */
    public static final AuditType PHONE_QUALITY_UPDATE = new AuditType("phoneQualityUpdate");

    /** The review of a WhatsApp Business Account. */
    public static final AuditType WABA_REVIEW_UPDATE = new AuditType("wabaReviewUpdate");

    /** The state of a WhatsApp Business Account. */
    public static final AuditType WABA_ACCOUNT_UPDATE = new AuditType("wabaAccountUpdate");

    /** The category of a template. */
    public static final AuditType TEMPLATE_CATEGORY_UPDATE = new AuditType("templateCategoryUpdate");

    /** The quality rating of a template. */
    public static final AuditType TEMPLATE_QUALITY_UPDATE = new AuditType("templateQualityUpdate");

    private static final List<AuditType> KNOWN = List.of(
            TEMPLATE,
            PHONE_NAME_UPDATE,
            PHONE_QUALITY_UPDATE,
            WABA_REVIEW_UPDATE,
            WABA_ACCOUNT_UPDATE,
            TEMPLATE_CATEGORY_UPDATE,
            TEMPLATE_QUALITY_UPDATE);

    private AuditType(String value) {
        super(value);
    }

    /**
     * Returns the value of a text, known or not.
     *
     * @param value the text on the wire, in any case
     * @return the constant, if there is one; a new value otherwise
     */
    public static AuditType of(String value) {
        return inAnyCase(value, KNOWN, AuditType::new);
    }

    /** {@return the values that are documented} */
    public static List<AuditType> known() {
        return KNOWN;
    }
}

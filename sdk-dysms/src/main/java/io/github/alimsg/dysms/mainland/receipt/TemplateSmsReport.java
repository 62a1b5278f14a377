package io.github.alimsg.dysms.mainland.receipt;

import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The review of a template, called TemplateSmsReport by the service. */
public final class TemplateSmsReport extends Receipt {
    private static final List<String> SHOWN =
            List.of("order_id", "template_code", "template_status", "template_type", "create_date");
    private static final List<String> IDENTITY =
            List.of("order_id", "template_code", "template_status", "reason", "create_date");

    TemplateSmsReport(ReceiptFields fields) {
        super(fields, SHOWN, IDENTITY);
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<TemplateSmsReport> parse(byte[] body) {
        return readAll(body, TemplateSmsReport::new);
    }

    /** {@return the id of the application; null when it is absent} */
    public @Nullable String orderId() {
        return fields().text("order_id");
    }

    /** {@return the code of the template; null when it is absent} */
    public @Nullable String templateCode() {
        return fields().text("template_code");
    }

    /** {@return its name; null when it is absent} */
    public @Nullable String templateName() {
        return fields().text("template_name");
    }

    /** {@return its text; null when it is absent} */
    public @Nullable String templateContent() {
        return fields().text("template_content");
    }

    /** {@return its kind; null when it is absent} */
    public @Nullable String templateType() {
        return fields().text("template_type");
    }

    /** {@return the state of the review; null when it is absent} */
    public @Nullable ReviewStatus status() {
        return fields().value("template_status", ReviewStatus::of);
    }

    /** {@return why it was rejected; null when it is absent} */
    public @Nullable String reason() {
        return fields().text("reason");
    }

    /** {@return the applicant's remarks; null when it is absent} */
    public @Nullable String remark() {
        return fields().text("remark");
    }

    /** {@return when it was applied for, as written; null when it is absent} */
    public @Nullable String createDate() {
        return fields().text("create_date");
    }

    /**
     * {@return when it was applied for; read as Beijing time by convention, since no zone is written; null when it is
     * absent}
     */
    public @Nullable Instant createdAt() {
        return fields().instant("create_date", Beijing.TIME);
    }
}

package io.github.alimsg.dysms.mainland.receipt;

import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The review of a signature, called SignSmsReport by the service. */
public final class SignSmsReport extends Receipt {
    private static final List<String> SHOWN = List.of("order_id", "sign_status", "create_date");
    private static final List<String> IDENTITY = List.of("order_id", "sign_status", "reason", "create_date");

    SignSmsReport(ReceiptFields fields) {
        super(fields, SHOWN, IDENTITY);
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<SignSmsReport> parse(byte[] body) {
        return readAll(body, SignSmsReport::new);
    }

    /** {@return the id of the application; null when it is absent} */
    public @Nullable String orderId() {
        return fields().text("order_id");
    }

    /** {@return the signature; null when it is absent} */
    public @Nullable String signName() {
        return fields().text("sign_name");
    }

    /** {@return the state of the review; null when it is absent} */
    public @Nullable ReviewStatus status() {
        return fields().value("sign_status", ReviewStatus::of);
    }

    /** {@return why it was rejected; null when it is absent} */
    public @Nullable String reason() {
        return fields().text("reason");
    }

    /** {@return the applicant's remarks; null when it is absent} */
    public @Nullable String remark() {
        return fields().text("remark");
    }

    /** {@return what the signature represents; null when it is absent} */
    public @Nullable String signSource() {
        return fields().text("sign_source");
    }

    /** {@return what it is used for; null when it is absent} */
    public @Nullable String signScene() {
        return fields().text("sign_scene");
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

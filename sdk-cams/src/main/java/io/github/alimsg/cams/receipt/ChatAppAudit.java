package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of state of a template, called ChatAppAudit by the service. Version 2, for ISVs, also reports numbers and
 * accounts; {@link #type()} says which. These notices have neither id nor time, so they are never treated as repeated
 * deliveries: the same state may come again.
 */
public final class ChatAppAudit extends Receipt {
    private static final List<String> SHOWN =
            List.of("Type", "WabaId", "TemplateCode", "Language", "AuditStatus", "Status", "CurrentLimit");

    ChatAppAudit(ReceiptFields fields) {
        super(fields, SHOWN, List.of());
    }

    /**
     * Reads a body that has only such receipts.
     *
     * @param body what was posted, or taken from a queue
     * @return the receipts in order
     * @throws MalformedReceiptException when the body cannot be read, or one of its items is not an object or is empty
     */
    public static List<ChatAppAudit> parse(byte[] body) {
        return readAll(body, ChatAppAudit::new);
    }

    /** {@return its subject, in version 2; null when it is absent} */
    public @Nullable AuditType type() {
        return fields().value("Type", AuditType::of);
    }

    /** {@return the WhatsApp Business Account; null when it is absent} */
    public @Nullable String wabaId() {
        return fields().text("WabaId");
    }

    /** {@return the code of the template; null when it is absent} */
    public @Nullable String templateCode() {
        return fields().text("TemplateCode");
    }

    /** {@return the language of the template; null when it is absent} */
    public @Nullable String language() {
        return fields().text("Language");
    }

    /** {@return the state of the review; null when it is absent} */
    public @Nullable ReviewStatus auditStatus() {
        return fields().value("AuditStatus", ReviewStatus::of);
    }

    /** {@return why the review failed; null when it is absent} */
    public @Nullable String reason() {
        return fields().text("Reason");
    }

    /** {@return the number, in version 2; null when it is absent} */
    public @Nullable String phoneNumber() {
        return fields().text("PhoneNumber");
    }

    /**
     * {@return the new state of the number or account, such as {@code GREEN} for a quality, in version 2; null when it
     * is absent}
     */
    public @Nullable String status() {
        return fields().text("Status");
    }

    /** {@return how much the number may send now, in version 2; null when it is absent} */
    public @Nullable String currentLimit() {
        return fields().text("CurrentLimit");
    }
}

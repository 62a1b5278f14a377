package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptPart;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact card that was received. The fields of received cards are not documented; these are the fields of sent ones.
 */
public final class InboundContact extends ReceiptPart {
    private static final List<String> SHOWN = List.of();

    InboundContact(ReceiptFields fields) {
        super(fields, SHOWN);
    }

    /** {@return the name on the card; null when it is absent} */
    public @Nullable String name() {
        ReceiptFields name = fields().object("name");
        return name == null ? fields().text("name") : name.text("formatted_name");
    }

    /** {@return the numbers on the card, as written} */
    public List<String> phones() {
        return fields().objects("phones").stream()
                .map(phone -> phone.text("phone"))
                .filter(Objects::nonNull)
                .toList();
    }
}

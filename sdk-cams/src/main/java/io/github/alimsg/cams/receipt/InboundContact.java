package io.github.alimsg.cams.receipt;

import io.github.alimsg.receipts.ReceiptFields;
import io.github.alimsg.receipts.ReceiptPart;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose card came in. The fields of cards that come in are not documented; these are the ones that go out.
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

package io.github.alimsg.receipts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with typed accessors for its fields: a receipt, or something inside one. Immutable. Two are equal when
 * they are of the same class and have the same JSON.
 */
public abstract class ReceiptPart {
    private final ReceiptFields fields;
    private final List<String> shown;

    /**
     * Called by the products' classes.
     *
     * @param fields its fields
     * @param shown names of the fields that {@code toString} shows; none of them personal
     */
    protected ReceiptPart(ReceiptFields fields, List<String> shown) {
        this.fields = fields;
        this.shown = shown;
    }

    /** {@return the fields, for the accessors} */
    protected final ReceiptFields fields() {
        return fields;
    }

    /** {@return the object as JSON, with every field} Contains personal data: keep it out of logs. */
    public final String rawJson() {
        return fields.json();
    }

    /**
     * Returns a part for which this version of the SDK has no accessor. The pointer may also lead into texts that
     * contain JSON: {@code /Message/latitude}. Names match in any spelling when none matches exactly.
     *
     * @param jsonPointer where it is, as in RFC 6901
     * @return text as it is, anything else as JSON; null when there is nothing there, or a JSON null
     * @throws IllegalArgumentException when the pointer is not empty and does not begin with a slash
     */
    public final @Nullable String raw(String jsonPointer) {
        return fields.raw(jsonPointer);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && ((ReceiptPart) other).fields.equals(fields);
    }

    @Override
    public final int hashCode() {
        return fields.hashCode();
    }

    /** Shows kind, ids and states; phone numbers, names and texts are only counted. */
    @Override
    public final String toString() {
        return fields.shown(getClass().getSimpleName(), shown);
    }
}

package io.github.alimsg.receipts;

/**
 * What was posted is not a receipt: not JSON, truncated, nested too deeply, too large, or an item that is not an object
 * or has no value in it. The message names the place and the kind of JSON that is there, never a value. A field of an
 * unexpected type does not make a receipt malformed: it reads as null.
 *
 * @serial exclude
 */
public final class MalformedReceiptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String place;

    MalformedReceiptException(String place, String message) {
        super(message);
        this.place = place;
    }

    /**
     * {@return JSON pointer to what cannot be read, such as {@code /1} for the second receipt of a batch; empty for the
     * body as a whole}
     */
    public String place() {
        return place;
    }
}

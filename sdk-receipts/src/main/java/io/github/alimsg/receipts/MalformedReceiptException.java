package io.github.alimsg.receipts;

/**
 * Something was posted that is no receipt: not JSON, cut, nested too deeply, too large, or an item that is not an object
 * or has no value in it. Its message names the place and what stands there, never a value. A single field of an unexpected type is no reason:
 * such a field reads as null.
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

package io.github.alimsg.dysms.international;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.wire.Shown;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text to a number outside mainland China, as part of a batch.
 *
 * <p>{@code toString} shows neither number nor text.
 */
public final class GlobeMessage {
    private final PhoneNumber to;
    private final String text;

    private GlobeMessage(PhoneNumber to, String text) {
        this.to = Objects.requireNonNull(to, "to");
        this.text = Objects.requireNonNull(text, "text");
    }

    /**
     * Returns a message.
     *
     * @param to the number with its country code, as {@link PhoneNumber#of} reads it
     * @param text the text
     * @return the message
     * @throws IllegalArgumentException when the number is not valid
     */
    public static GlobeMessage of(String to, String text) {
        return of(PhoneNumber.of(Objects.requireNonNull(to, "to")), text);
    }

    /**
     * Returns a message.
     *
     * @param to the number with its country code
     * @param text the text
     * @return the message
     */
    public static GlobeMessage of(PhoneNumber to, String text) {
        return new GlobeMessage(to, text);
    }

    /** {@return the number} */
    public PhoneNumber to() {
        return to;
    }

    /** {@return the text} */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GlobeMessage that && to.equals(that.to) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(to, text);
    }

    /** Shows the lengths of number and text, never the values. */
    @Override
    public String toString() {
        return "GlobeMessage{to=" + to + ", text=" + Shown.inPlaceOf(text) + "}";
    }
}

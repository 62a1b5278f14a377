package io.github.alimsg.core.wire;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.internal.encoding.PhoneDigits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a parameter takes phone numbers. For generated builders.
 *
 * <p>A text is rewritten only if it is certainly a phone number: plus sign, blanks, dashes, dots and parentheses are
 * removed, and so is a leading {@code 00}. Plain digits, and anything that is not a phone number, are left for the
 * service to judge.
 */
public final class PhoneForm {
    /** Digits with country code. */
    public static final PhoneForm DIGITS = new PhoneForm(UnaryOperator.identity(), false);

    /**
     * Digits with country code if the text is a number, which may also be the id of a page, an account or a group: a
     * text with a plus, a blank or a parenthesis is a number, since no id has these.
     */
    public static final PhoneForm DIGITS_OR_ID = new PhoneForm(UnaryOperator.identity(), true);

    /** The fewest digits of a number without a plus, as in {@link PhoneNumber}. */
    private static final int MIN_DIGITS = 7;

    private final UnaryOperator<String> product;
    private final boolean mayBeId;

    private PhoneForm(UnaryOperator<String> product, boolean mayBeId) {
        this.product = product;
        this.mayBeId = mayBeId;
    }

    /**
     * A form that only one product has.
     *
     * @param digits makes it of the digits of a number, with country code if that was given
     * @return the form
     */
    public static PhoneForm of(UnaryOperator<String> digits) {
        return new PhoneForm(digits, false);
    }

    /**
     * Returns a number as the parameter takes it.
     *
     * @param number the number; null when there is none
     * @return its digits; null when there is none
     */
    public @Nullable String of(@Nullable PhoneNumber number) {
        return number == null ? null : written(number);
    }

    private String written(PhoneNumber number) {
        return product.apply(number.digits());
    }

    /**
     * Returns a number that was given as text.
     *
     * @param text the text; null when there is none
     * @return the number as the parameter takes it; the same text when it is not a number; null for null
     */
    public @Nullable String of(@Nullable String text) {
        return text == null ? null : written(text);
    }

    private String written(String text) {
        if (isPlain(text) || mayBeId && text.codePoints().noneMatch(PhoneDigits::isOfNumbersOnly)) {
            return text;
        }
        String digits;
        try {
            digits = PhoneDigits.of(text);
        } catch (IllegalArgumentException e) {
            return text; // not a number, so left unchanged
        }
        boolean isNumber = !digits.isEmpty()
                && !digits.startsWith("0")
                && digits.length() <= PhoneDigits.MAX
                && (digits.length() >= MIN_DIGITS || text.codePoints().anyMatch(PhoneDigits::isPlus));
        if (!isNumber) {
            return text;
        }
        return product.apply(digits);
    }

    /** Whether a text is plain digits without an international prefix, as nearly all are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.startsWith("00");
    }

    /**
     * Returns several numbers in one text.
     *
     * @param texts numbers, separated by commas; null when there are none
     * @return each number as the parameter takes it, in the same order; null when there are none
     */
    public @Nullable String joined(@Nullable String texts) {
        if (texts == null || texts.indexOf(',') < 0) { // most calls are to one number
            return of(texts);
        }
        return String.join(",", each("", Arrays.asList(texts.split(",", -1)), this::written));
    }

    /**
     * Returns several numbers in one text.
     *
     * @param field the parameter's name in Java
     * @param texts the numbers; null when there are none
     * @return the numbers as the parameter takes them, separated by commas; null when there are none
     * @throws NullPointerException when one is null; names the field
     */
    public @Nullable String joined(String field, @Nullable List<String> texts) {
        return texts == null || texts.isEmpty() ? null : String.join(",", each(field, texts, this::written));
    }

    /**
     * Returns several numbers in one text.
     *
     * @param field the parameter's name in Java
     * @param numbers the numbers; null when there are none
     * @return the numbers as the parameter takes them, separated by commas; null when there are none
     * @throws NullPointerException when one is null; names the field
     */
    public @Nullable String joined(String field, PhoneNumber @Nullable [] numbers) {
        return numbers == null || numbers.length == 0
                ? null
                : String.join(",", each(field, Arrays.asList(numbers), this::written));
    }

    /**
     * Returns a list of numbers.
     *
     * @param field the parameter's name in Java
     * @param texts the numbers; null when there is no list
     * @return each number as the parameter takes it; null when there is no list
     * @throws NullPointerException when one is null; names the field
     */
    public @Nullable List<String> list(String field, @Nullable List<String> texts) {
        return texts == null ? null : each(field, texts, this::written);
    }

    /**
     * Returns a list of numbers.
     *
     * @param field the parameter's name in Java
     * @param numbers the numbers; null when there is no list
     * @return each number as the parameter takes it; null when there is no list
     * @throws NullPointerException when one is null; names the field
     */
    public @Nullable List<String> list(String field, PhoneNumber @Nullable [] numbers) {
        return numbers == null ? null : each(field, Arrays.asList(numbers), this::written);
    }

    private static <T> List<String> each(String field, List<T> numbers, Function<T, String> written) {
        List<String> texts = new ArrayList<>(numbers.size());
        for (T number : numbers) {
            texts.add(written.apply(Objects.requireNonNull(number, () -> field + " must not hold null")));
        }
        return List.copyOf(texts);
    }
}

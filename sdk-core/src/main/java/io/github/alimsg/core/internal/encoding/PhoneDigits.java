package io.github.alimsg.core.internal.encoding;

/** Reads the digits out of a phone number as people write it. */
public final class PhoneDigits {
    /** The limit of ITU-T E.164. */
    public static final int MAX = 15;

    private PhoneDigits() {}

    /**
     * Returns the digits of a number, without a leading {@code 00} and without a trunk zero in parentheses.
     *
     * @param text the number
     * @return its digits; their number is not checked
     * @throws IllegalArgumentException when it has a character that no phone number has; names the character, never the
     *     number
     */
    public static String of(String text) {
        String digits = significant(text);
        return digits.startsWith("00") ? digits.substring(2) : digits;
    }

    private static String significant(String text) {
        var kept = new StringBuilder(text.length());
        int trunkZero = -1;
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                kept.append((char) ('0' + digit));
            } else if (isClosing(c)
                    && trunkZero >= 0
                    && kept.length() == trunkZero + 1
                    && kept.charAt(trunkZero) == '0') {
                kept.setLength(trunkZero);
                trunkZero = -1;
            } else if (isOpening(c)) {
                trunkZero = kept.length() == 0 ? -1 : kept.length();
            } else if (!isClosing(c) && !isSeparator(c) && !(isPlus(c) && kept.length() == 0)) {
                throw new IllegalArgumentException("character " + (i + 1)
                        + " does not belong in a phone number; it has digits, a + in front, spaces, dots, dashes and"
                        + " parentheses");
            }
        }
        return kept.toString();
    }

    /**
     * Returns whether a character occurs in phone numbers but never in the id of a page, an account or a group.
     *
     * @param c the character
     * @return true for a plus, blanks, parentheses and the invisible marks of copied text
     */
    public static boolean isOfNumbersOnly(int c) {
        return isPlus(c) || isOpening(c) || isClosing(c) || isBlank(c);
    }

    /**
     * Returns whether a character is a plus sign.
     *
     * @param c the character
     * @return true for a plus of any width
     */
    public static boolean isPlus(int c) {
        return c == '+' || c == '＋';
    }

    private static boolean isOpening(int c) {
        return c == '(' || c == '（';
    }

    private static boolean isClosing(int c) {
        return c == ')' || c == '）';
    }

    private static boolean isBlank(int c) {
        int type = Character.getType(c);
        return type == Character.SPACE_SEPARATOR || type == Character.FORMAT || Character.isWhitespace(c);
    }

    private static boolean isSeparator(int c) {
        return isBlank(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || c == '.'
                || c == '．'
                || c == '/'
                || c == '·'
                || c == '−';
    }
}

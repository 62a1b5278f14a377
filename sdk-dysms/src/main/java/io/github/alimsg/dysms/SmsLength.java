package io.github.alimsg.dysms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The length of a text message: how many characters are counted, and in how many segments it is sent and billed.
 *
 * <pre>{@code
 * SmsLength length = SmsLength.international("Your parcel’s here");
 * length.segments();     // 1
 * length.encoding();     // UCS_2: 70 characters in a segment, not 160
 * length.culprits();     // [’ (U+2019) at 11]
 * }</pre>
 *
 * <p>The rules are those of the vendor's page <a
 * href="https://help.aliyun.com/en/sms/user-guide/message-rules">Message sending rules</a>. The page counts each
 * character as one and does not mention emoji. Characters outside of Unicode's basic plane, which most emoji are,
 * count as two here, since that is the space they take in a segment; an emoji of several characters counts them all.
 * The bill is what the service says: {@code segments()} of a response, {@code smsSize()} of a receipt.
 *
 * <p>{@code toString} shows numbers, never the text.
 */
public final class SmsLength {
    private final Encoding encoding;
    private final int characters;
    private final int segments;
    private final boolean tooLong;
    private final List<Culprit> culprits;

    private SmsLength(Encoding encoding, int characters, int maxCharacters, List<Culprit> culprits) {
        this.encoding = encoding;
        this.characters = characters;
        this.segments = encoding.segments(characters);
        this.tooLong = characters > maxCharacters;
        this.culprits = List.copyOf(culprits);
    }

    /** How a text is encoded, which decides how many characters a segment has. */
    public enum Encoding {
        /** 160 characters in one segment, 153 in each of several. */
        GSM_7(160, 153),
        /** 70 characters in one segment, 67 in each of several. */
        UCS_2(70, 67);

        private final int only;
        private final int each;

        Encoding(int only, int each) {
            this.only = only;
            this.each = each;
        }

        private int segments(int characters) {
            if (characters == 0) {
                return 0;
            }
            return characters <= only ? 1 : (characters + each - 1) / each;
        }
    }

    /**
     * Measures a text to a number outside mainland China. It is {@link Encoding#GSM_7} when all of its characters are
     * in GSM-7, where each of {@code | ^ € { } [ ] ~ \} counts as two, and otherwise {@link Encoding#UCS_2} as a whole.
     *
     * @param text the text as it is received. A message from a template has its signature in front, such as
     *     {@code [Acme]}
     * @return its length
     */
    public static SmsLength international(String text) {
        List<Culprit> foreign = new ArrayList<>();
        List<Culprit> twice = new ArrayList<>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!Gsm7.contains(character)) {
                foreign.add(new Culprit(character, i));
            } else if (Gsm7.isExtension(character)) {
                twice.add(new Culprit(character, i));
            }
        }
        return foreign.isEmpty()
                ? new SmsLength(Encoding.GSM_7, text.length() + twice.size(), 1500, twice)
                : new SmsLength(Encoding.UCS_2, text.length(), 1500, foreign);
    }

    /**
     * Measures a text to a number in mainland China: 70 characters, or 67 in each of several segments, whatever the
     * characters are. The signature and its brackets 【】 are part of the text.
     *
     * @param signature name of the signature, without brackets
     * @param text the text as it is received, with the values of the template's variables
     * @return the length of both
     */
    public static SmsLength mainland(String signature, String text) {
        List<Culprit> culprits = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (Character.charCount(text.codePointAt(i)) == 2) {
                culprits.add(new Culprit(text.codePointAt(i), i++));
            }
        }
        return new SmsLength(Encoding.UCS_2, "【】".length() + signature.length() + text.length(), 500, culprits);
    }

    /** {@return the encoding} */
    public Encoding encoding() {
        return encoding;
    }

    /** {@return how many characters are counted} */
    public int characters() {
        return characters;
    }

    /** {@return in how many segments the message is sent; 0 for an empty text} */
    public int segments() {
        return segments;
    }

    /**
     * {@return whether there are more characters than a message may have} The vendor documents 500 for mainland China,
     * signature included, and <a
     * href="https://www.alibabacloud.com/help/en/short-message-service/latest/message-delivery-rules">1,500</a>
     * elsewhere. International messages from templates of the mainland API are also limited to 500.
     */
    public boolean isTooLong() {
        return tooLong;
    }

    /**
     * {@return the characters of the text that make it expensive, in order; empty when there are none} In an
     * international text those that are not in GSM-7; if all are, and in a text to mainland China, those that count as
     * two. {@link SmsText#plain} replaces the common ones.
     */
    public List<Culprit> culprits() {
        return culprits;
    }

    /** Shows numbers, never the text. */
    @Override
    public String toString() {
        return "SmsLength{" + encoding + ", characters=" + characters + ", segments=" + segments + ", culprits="
                + culprits.size() + "}";
    }

    /** A character that makes a text expensive. */
    public static final class Culprit {
        private final int codePoint;
        private final int index;

        Culprit(int codePoint, int index) {
            this.codePoint = codePoint;
            this.index = index;
        }

        /** {@return the character; a string, since it may take two {@code char} values} */
        public String character() {
            return Character.toString(codePoint);
        }

        /** {@return its index in the text, as of {@link String#charAt}} */
        public int index() {
            return index;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Culprit that && codePoint == that.codePoint && index == that.index;
        }

        @Override
        public int hashCode() {
            return 31 * codePoint + index;
        }

        /** Shows the character unless it is a letter or digit: these may spell a name. */
        @Override
        public String toString() {
            return Character.isLetterOrDigit(codePoint)
                    ? "a letter at " + index
                    : String.format(Locale.ROOT, "%s (U+%04X) at %d", character(), codePoint, index);
        }
    }
}

package io.github.alimsg.codegen.input;

import java.util.regex.Pattern;

/** Turns what the vendor says, which is Markdown with some HTML, into plain words for a comment. */
final class VendorText {
    private static final int MAX_LENGTH = 400;
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\[\\]]{0,200})]\\((?:[^()]|\\([^()]{0,200}\\)){0,500}\\)");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
    private static final Pattern MARKS = Pattern.compile("(?m)^[\\s>#*-]+|\\*\\*|~~|[\\[\\]`]");
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private VendorText() {}

    /** The words without marks, cut at the end of a sentence when there are many; may be empty. */
    static String plain(String text) {
        String plain = LINK.matcher(text).replaceAll("$1");
        plain = TAG.matcher(plain).replaceAll(" ");
        plain = MARKS.matcher(plain).replaceAll(" ");
        plain = plain.replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replaceAll(" (?=[.,;:])", "")
                .strip();
        if (plain.length() > MAX_LENGTH) {
            int end = plain.lastIndexOf(". ", MAX_LENGTH);
            plain = plain.substring(0, end > 0 ? end + 1 : wholeCharacters(plain))
                    .strip();
        }
        return plain.isEmpty() || ".!?。".indexOf(plain.charAt(plain.length() - 1)) >= 0 ? plain : plain + ".";
    }

    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    }

    /** A name as words: {@code PhoneNumber} as "Phone Number." */
    static String words(String name) {
        String words = WORD.matcher(name).replaceAll(" ").strip();
        return words.isEmpty() ? "`" + name + "`." : words + ".";
    }
}

package io.github.alimsg.core.internal.reply;

import io.github.alimsg.core.internal.encoding.HiddenText;
import io.github.alimsg.core.internal.encoding.VisibleText;
import java.util.BitSet;
import java.util.Set;

/**
 * A text of the service, parts of which are hidden.
 *
 * <p>Values are found by the algorithm of Knuth, Morris and Pratt ("Fast Pattern Matching in Strings", 1977), in one
 * pass over the text for each value, whatever both contain; {@link String#indexOf} takes time in proportion to the
 * product of both lengths in cases such as blanks among blanks. At its end the pass knows how much of the value the
 * text ends with, so a value is found even if the text was cut in the middle of it.
 */
final class RedactedText {
    private final String text;
    private final boolean cut;
    private final BitSet hidden;

    /**
     * Creates a text with nothing hidden yet.
     *
     * @param text the text
     * @param cut whether the end of the text was cut off
     */
    RedactedText(String text, boolean cut) {
        this.text = text;
        this.cut = cut;
        this.hidden = new BitSet(text.length());
    }

    /** Hides a value wherever it is. */
    void hide(String value) {
        if (text.contains(value.substring(0, Math.min(4, value.length())))) { // most values do not occur in it
            search(value, false);
        }
    }

    /** Hides a value where no letter or digit is next to it. */
    void hideWord(String value) {
        search(value, true);
    }

    private void search(String value, boolean wordsOnly) {
        int[] borders = borders(value, Math.min(value.length(), text.length()));
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            while (matched > 0 && (matched == value.length() || value.charAt(matched) != text.charAt(i))) {
                matched = borders[matched - 1];
            }
            if (value.charAt(matched) == text.charAt(i)) {
                matched++;
            }
            int begin = i + 1 - matched;
            if (matched == value.length() && !(wordsOnly && (isWord(begin - 1) || isWord(i + 1)))) {
                hidden.set(begin, i + 1);
            }
        }
        if (cut) {
            hidden.set(text.length() - matched, text.length());
        }
    }

    /** For each prefix of a value, the length of the longest shorter prefix that it ends with. */
    private static int[] borders(String value, int length) {
        int[] borders = new int[length];
        for (int i = 1, border = 0; i < length; i++) {
            while (border > 0 && value.charAt(border) != value.charAt(i)) {
                border = borders[border - 1];
            }
            if (value.charAt(border) == value.charAt(i)) {
                border++;
            }
            borders[i] = border;
        }
        return borders;
    }

    /** Hides the numbers, and the words with digits, that are among the given ones. */
    void hideNumbers(Set<String> numbers) {
        Numbers.in(text, (begin, end) -> {
            if (numbers.contains(text.substring(begin, end))) {
                hidden.set(begin, end);
            }
        });
    }

    /** Hides every number with at least so many digits. */
    void hideNumbers(int digits) {
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (end - i >= digits) {
                hidden.set(i, end);
            }
            i = end + 1;
        }
    }

    private boolean isWord(int place) {
        return place >= 0 && place < text.length() && Numbers.isWord(text.charAt(place));
    }

    /** {@return whether anything is hidden} */
    boolean isRedacted() {
        return !hidden.isEmpty();
    }

    /** The text, with the length in place of what is hidden, and with every character visible. */
    @Override
    public String toString() {
        var shown = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            boolean hides = hidden.get(i);
            int end = hides ? hidden.nextClearBit(i) : nextHidden(i);
            shown.append(hides ? HiddenText.of(text.substring(i, end)) : text.substring(i, end));
            i = end;
        }
        return VisibleText.of(cut ? shown.append('…').toString() : shown.toString());
    }

    private int nextHidden(int from) {
        int next = hidden.nextSetBit(from);
        return next < 0 ? text.length() : next;
    }
}

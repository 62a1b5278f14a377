package io.github.alimsg.dysms;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts of messages. */
public final class SmsText {
    private static final Map<Integer, String> PLAIN = new HashMap<>();

    static {
        replace("'", "‘’‚‛′‹›`´ʼ");
        replace("\"", "“”„‟″«»");
        replace("-", "\u2010\u2011\u2012–—―−•");
        replace("...", "…");
        replace("->", "→");
        replace("<-", "←");
        replace("x", "×");
        // No-break, narrow, wide and other spaces, and tabs.
        replace(" ", "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000");
        replace("\n", "\u0085\u2028\u2029");
        // Soft hyphen, zero width space, word joiner, byte order mark. Joiners stay: they are part of words and emoji.
        replace("", "\u00ad\u200b\u2060\ufeff");
    }

    private SmsText() {}

    private static void replace(String plain, String characters) {
        characters.codePoints().forEach(character -> PLAIN.put(character, plain));
    }

    /**
     * Replaces typographic characters by those of GSM-7 that mean the same: quotes, dashes, ellipses, bullets, arrows
     * and spaces that word processors put in place of typed ones. Often an international text then has 160 characters
     * in a segment in place of 70. Letters are never replaced, accented ones included, and neither are emoji; {@link
     * SmsLength#culprits()} lists what remains.
     *
     * @param text the text
     * @return the text with plain characters; the same text when there is nothing to replace
     */
    public static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            @Nullable String replacement = PLAIN.get(character);
            if (replacement == null) {
                plain.appendCodePoint(character);
            } else {
                plain.append(replacement);
            }
        });
        return plain.toString();
    }
}

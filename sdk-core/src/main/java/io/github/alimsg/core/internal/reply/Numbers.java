package io.github.alimsg.core.internal.reply;

/**
 * Finds numbers in texts: words of ASCII letters and digits with at least one digit, and the numbers inside of words.
 * One-time codes look like that, and a service that refuses a message may quote only the code.
 */
final class Numbers {
    private Numbers() {}

    /** Receives the position of a number in a text. */
    interface Visitor {
        void visit(int begin, int end);
    }

    /** Visits every number, and every word that contains one. */
    static void in(String text, Visitor visitor) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWord(text.charAt(i))) {
                continue;
            }
            int begin = i;
            int digits = 0;
            for (; i < text.length() && isWord(text.charAt(i)); i++) {
                if (isDigit(text.charAt(i))) {
                    digits++;
                } else if (digits > 0) {
                    visitor.visit(i - digits, i);
                    digits = 0;
                }
            }
            visitWord(text, begin, i, digits, visitor);
        }
    }

    private static void visitWord(String text, int begin, int end, int digits, Visitor visitor) {
        if (digits > 0) {
            visitor.visit(end - digits, end);
        }
        boolean isNumber = digits == end - begin;
        if (!isNumber && hasDigit(text, begin, end)) {
            visitor.visit(begin, end);
        }
    }

    static boolean hasDigit(String text) {
        return hasDigit(text, 0, text.length());
    }

    private static boolean hasDigit(String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isWord(char c) {
        return isDigit(c) || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package io.github.alimsg.inbox.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds one-time codes: 4 to 8 digits that a value of a template is named for, or that are in a text about a code. */
final class OneTimeCode {
    /** English, Chinese, Japanese, Korean, Indonesian and Malay, Vietnamese, Thai, Spanish, Portuguese, French, German, Italian, Turkish, Russian, Arabic, Hindi. */
    private static final List<String> WORDS = List.of(
            "code",
            "otp",
            "passcode",
            "verif",
            "pin",
            "验证码",
            "校验码",
            "动态码",
            "驗證碼",
            "認証",
            "認證",
            "確認コード",
            "인증",
            "kode",
            "kod",
            "sandi",
            "mã",
            "mật khẩu",
            "รหัส",
            "código",
            "codigo",
            "clave",
            "codice",
            "onay",
            "doğrulama",
            "код",
            "парол",
            "رمز",
            "कोड",
            "ओटीपी",
            "tan");

    private static final List<String> NAMES = List.of("code", "otp", "captcha", "verif", "pin", "kode");

    private OneTimeCode() {}

    /**
     * Finds the code.
     *
     * @param text the text; null when it is not known
     * @param values the template's values by name
     * @return 4 to 8 digits; null when there is none
     */
    static @Nullable String in(@Nullable String text, Map<String, String> values) {
        for (Map.Entry<String, String> value : values.entrySet()) {
            String name = value.getKey().toLowerCase(Locale.ROOT);
            if (NAMES.stream().anyMatch(name::contains) && isCode(value.getValue())) {
                return value.getValue();
            }
        }
        if (text == null) {
            return null;
        }
        String small = text.toLowerCase(Locale.ROOT);
        String nearest = null;
        int best = Integer.MAX_VALUE;
        for (int start = 0; start < text.length(); start++) {
            int end = endOfDigits(text, start);
            if (isCode(text.substring(start, end)) && standsAlone(text, start, end)) {
                int distance = distance(small, start, end);
                if (distance < best) {
                    best = distance;
                    nearest = text.substring(start, end);
                }
            }
            start = Math.max(start, end);
        }
        return nearest;
    }

    private static boolean isCode(String text) {
        return text.length() >= 4 && text.length() <= 8 && endOfDigits(text, 0) == text.length();
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Whether the digits are not part of an amount, a date, a number or a word. */
    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || isBorder(text, start - 1, start - 2))
                && (end == text.length() || isBorder(text, end, end + 1));
    }

    private static boolean isBorder(String text, int at, int beyond) {
        char c = text.charAt(at);
        if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '_' || c == '/' || c == '$')) {
            return false;
        }
        boolean digitBeyond = beyond >= 0 && beyond < text.length() && Character.isDigit(text.charAt(beyond));
        return !(digitBeyond && (c == '-' || c == '.' || c == ',' || c == ':'));
    }

    /** How far the nearest word for a code is; the largest number when there is none within 80 characters. */
    private static int distance(String small, int start, int end) {
        int best = Integer.MAX_VALUE;
        String before = small.substring(Math.max(0, start - 80), start);
        String behind = small.substring(Math.min(end, small.length()), Math.min(small.length(), end + 80));
        for (String word : WORDS) {
            best = Math.min(best, gap(before, last(before, word), word));
            int next = first(behind, word);
            best = Math.min(best, next < 0 ? best : next);
        }
        return best;
    }

    private static int gap(String before, int at, String word) {
        return at < 0 ? Integer.MAX_VALUE : before.length() - at - word.length();
    }

    private static int last(String text, String word) {
        int at = text.lastIndexOf(word);
        while (at >= 0 && !beginsWord(text, at, word)) {
            at = at == 0 ? -1 : text.lastIndexOf(word, at - 1);
        }
        return at;
    }

    private static int first(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0 && !beginsWord(text, at, word)) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    /** Short words count only as words of their own: "pin" is not in "shipping". */
    private static boolean beginsWord(String text, int at, String word) {
        if (word.length() > 3 || word.charAt(0) > 0x2000) {
            return true;
        }
        int end = at + word.length();
        return (at == 0 || !Character.isLetter(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }
}

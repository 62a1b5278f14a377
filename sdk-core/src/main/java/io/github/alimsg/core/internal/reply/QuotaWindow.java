package io.github.alimsg.core.internal.reply;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a used-up quota lasts at the most, as far as its code or message names the window in the words of the product.
 * A number beside the word multiplies the window. Of several windows the longest counts, since it is the latest moment
 * that is promised.
 */
final class QuotaWindow {
    /** How much of a code and of a message is read. */
    private static final int MAX_LENGTH = 4096;

    private QuotaWindow() {}

    /**
     * The longest window that is named; null when none is.
     *
     * @param windows how the product names each, in capitals; groups that match hold a number
     * @param code the service's code
     * @param message its message
     */
    static @Nullable Duration longest(Map<Duration, Pattern> windows, String code, @Nullable String message) {
        String read = beginning(code) + '\n' + (message == null ? "" : beginning(message));
        Duration longest = null;
        for (Map.Entry<Duration, Pattern> window : windows.entrySet()) {
            Matcher named = window.getValue().matcher(read);
            while (named.find()) {
                Duration found = window.getKey().multipliedBy(count(named));
                longest = longest == null || found.compareTo(longest) > 0 ? found : longest;
            }
        }
        return longest;
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), MAX_LENGTH)).toUpperCase(Locale.ROOT);
    }

    private static long count(Matcher named) {
        for (int i = 1; i <= named.groupCount(); i++) {
            if (named.group(i) != null) {
                return Math.max(1, Long.parseLong(named.group(i)));
            }
        }
        return 1;
    }
}

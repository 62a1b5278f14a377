package io.github.alimsg.core.internal.reply;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a used-up quota lasts at the most, as far as its code or message names the window: {@code per day}, {@code
 * daily}, {@code 24 hours}, {@code DAY_LIMIT}, and the like in Chinese. A number right before the unit multiplies it. Of
 * several windows the longest counts, since it is the latest moment that is promised.
 */
public final class QuotaWindow {
    /** How much of a message is read. */
    private static final int MAX_LENGTH = 4096;

    private static final int HOURS_OF_A_MONTH = 31 * 24;

    /** A unit, or its abbreviation behind a number or a slash. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:(?<![0-9])([0-9]{1,3})[ -]?)?(MONTH|WEEK|DAY|DAILY|HOUR|MINUTE)|((?<![0-9])[0-9]{1,3} ?|/ ?)(HRS?|H|MINS?)(?![A-Z])");

    /**
     * The same in Chinese. What means day, month and week is part of many words, and of dates, so something has to show
     * that a span is meant: "each", "this", "one" or a number before it, or a word for limits behind it.
     */
    private static final Pattern CHINESE = Pattern.compile(
            "(?:(?<![0-9])([0-9]{1,3}) ?\u4e2a?)?(\u5206\u949f|\u5c0f\u65f6)"
                    + "|(?<![0-9])([0-9]{1,3}) ?(\u5929|\u4e2a\u6708|\u5468)"
                    + "|[\u6bcf\u4e00\u5355\u5f53\u672c\u4eca\u8be5\u81ea\u7136/]\u4e2a?([\u5929\u65e5\u5468\u6708])"
                    + "|([\u5929\u65e5\u5468\u6708])(?:\u7ea7|\u5185|\u5ea6|\u9650|\u4e0a\u9650|\u53d1\u9001|\u7d2f\u8ba1|\u603b|\u914d\u989d|\u989d\u5ea6|\u6d41\u63a7)");

    private QuotaWindow() {}

    /** The window; null when nothing names one. */
    public static @Nullable Duration of(String code, @Nullable String message) {
        Duration ofCode = in(code);
        Duration ofMessage = message == null ? null : in(message);
        return longer(ofCode, ofMessage);
    }

    private static @Nullable Duration in(String text) {
        String read = text.substring(0, Math.min(text.length(), MAX_LENGTH)).toUpperCase(Locale.ROOT);
        return longer(longest(ENGLISH.matcher(read)), longest(CHINESE.matcher(read)));
    }

    /** The longest window: groups that are numbers multiply the unit that is the last group. */
    private static @Nullable Duration longest(Matcher windows) {
        Duration longest = null;
        while (windows.find()) {
            long count = 1;
            Duration unit = Duration.ZERO;
            for (int i = 1; i <= windows.groupCount(); i++) {
                String group = windows.group(i);
                if (group != null && Character.isDigit(group.charAt(0))) {
                    count = Long.parseLong(group.strip());
                } else if (group != null && group.charAt(0) != '/') {
                    unit = unit(group);
                }
            }
            longest = longer(longest, unit.multipliedBy(Math.max(1, count)));
        }
        return longest;
    }

    private static Duration unit(String word) {
        return switch (word) {
            case "MONTH", "\u6708", "\u4e2a\u6708" -> Duration.ofHours(HOURS_OF_A_MONTH);
            case "WEEK", "\u5468" -> Duration.ofDays(7);
            case "DAY", "DAILY", "\u5929", "\u65e5" -> Duration.ofDays(1);
            case "HOUR", "HR", "HRS", "H", "\u5c0f\u65f6" -> Duration.ofHours(1);
            default -> Duration.ofMinutes(1);
        };
    }

    private static @Nullable Duration longer(@Nullable Duration a, @Nullable Duration b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }
}

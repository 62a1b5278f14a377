package io.github.alimsg.once.jdbc;

import io.github.alimsg.once.store.Part;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What fits into a column. A key or an own id that does not fit is refused, because some databases cut what is too long,
 * and two keys would be one. All else is cut: an outcome must not be lost because the service's code is long.
 */
final class Columns {
    static final int OWNER = 64;
    static final int TEXT = 255;

    private static final int KEY = 200;
    private static final int OPERATION = 128;
    private static final int ACCOUNT = 64;
    private static final int CAMPAIGN = 100;
    private static final int PART = 64;

    /** Far enough for any time, and far from an overflow when a time is added. */
    private static final long MAX_MILLIS = Long.MAX_VALUE / 4;

    private Columns() {}

    static void requireKey(String key) {
        if (key.isEmpty() || key.length() > KEY || !isAscii(key)) {
            throw new IllegalArgumentException("a key has 1 to " + KEY
                    + " characters of ASCII without blanks; this one has " + key.length() + " characters");
        }
    }

    static void requireOperation(String operation) {
        if (operation.isEmpty() || operation.length() > OPERATION || !isAscii(operation)) {
            throw new IllegalArgumentException("the name of an operation has 1 to " + OPERATION
                    + " characters of ASCII; this one has " + operation.length());
        }
    }

    static void requireAccount(String account) {
        if (account.isEmpty() || account.length() > ACCOUNT || !isAscii(account)) {
            throw new IllegalArgumentException("the name of an account has 1 to " + ACCOUNT
                    + " characters of ASCII without blanks; this one has " + account.length());
        }
    }

    static Duration requirePositive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero, not " + duration);
        }
        return duration;
    }

    static void requireCampaign(String campaign) {
        if (campaign.isEmpty() || campaign.length() > CAMPAIGN || !isAscii(campaign)) {
            throw new IllegalArgumentException("the name of a campaign has 1 to " + CAMPAIGN
                    + " characters of ASCII without blanks; this one has " + campaign.length());
        }
    }

    static void requirePart(Part part) {
        if (part.name().isEmpty() || part.name().length() > PART || !isAscii(part.name())) {
            throw new IllegalArgumentException("the name of a part has 1 to " + PART
                    + " characters of ASCII; this one has " + part.name().length());
        }
    }

    static void requireOwnId(@Nullable String ownId) {
        if (ownId != null && ownId.length() > TEXT) {
            throw new IllegalArgumentException("an own id has at most " + TEXT
                    + " characters if it is sent under an idempotency key; this one has " + ownId.length());
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** {@return the beginning of a text, and never half of a character} */
    static @Nullable String cut(@Nullable String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** {@return the beginning of a text of the service, with a question mark for what no code or id contains} */
    static @Nullable String shown(@Nullable String text) {
        String beginning = cut(text, TEXT);
        if (beginning == null || isAscii(beginning)) {
            return beginning;
        }
        var shown = new StringBuilder();
        beginning.chars().forEach(c -> shown.append(c >= ' ' && c < 0x7f ? (char) c : '?'));
        return shown.toString();
    }

    static long millis(long millis) {
        return Math.min(millis, MAX_MILLIS);
    }

    /** {@return the milliseconds of a time, the last one being whole} */
    static long millis(Duration time) {
        return time.toSeconds() >= MAX_MILLIS / 1000
                ? MAX_MILLIS
                : time.plusNanos(999_999).toMillis();
    }

    static long millis(Instant instant) {
        return instant.getEpochSecond() >= MAX_MILLIS / 1000 ? MAX_MILLIS : instant.toEpochMilli();
    }
}

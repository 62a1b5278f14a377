package io.github.alimsg.testing.products;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How text message products write times. */
final class Beijing {
    static final DateTimeFormatter DAY = in("uuuuMMdd");
    static final DateTimeFormatter TIME = in("uuuu-MM-dd HH:mm:ss");
    static final DateTimeFormatter MAIL_TIME = in("EEE, dd MMM uuuu HH:mm:ss Z");

    private Beijing() {}

    private static DateTimeFormatter in(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.ofHours(8));
    }
}

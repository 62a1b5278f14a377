package io.github.alimsg.codegen.input;

import io.github.alimsg.codegen.input.YamlValue.Entry;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the sections of {@code customization.yaml} that are regular expressions, and tries each. */
final class PatternsReader {
    /** What a number in front of the word for a window is written as, and what it becomes. */
    private static final String NUMBER = "{n}";

    private static final String DIGITS = "(?<![0-9])([0-9]{1,3})";

    private final Problems problems;

    PatternsReader(Problems problems) {
        this.problems = problems;
    }

    /** Patterns of codes, by category of errors. */
    Map<String, String> errorForms(Collection<Entry> entries, List<String> kinds) {
        Map<String, String> forms = new TreeMap<>();
        for (Entry entry : entries) {
            if (!kinds.contains(entry.key())) {
                problems.add(
                        entry.position(),
                        "'" + entry.key() + "' is not an error category",
                        "use one of " + String.join(", ", kinds));
            }
            for (YamlValue item : entry.value().items()) {
                check(item, item.text(), 0);
                forms.merge(entry.key(), item.text(), (one, other) -> one + "|" + other);
            }
        }
        return forms;
    }

    /** Patterns that name windows of time, by the window. */
    Map<Duration, String> quotaWindows(Collection<Entry> entries) {
        Map<Duration, String> windows = new TreeMap<>();
        for (Entry entry : entries) {
            String words = entry.value().text();
            String pattern = words.replace(NUMBER, DIGITS);
            check(entry.value(), pattern, words.split(Pattern.quote(NUMBER), -1).length - 1);
            Duration window = window(entry);
            if (windows.put(window, pattern) != null) {
                problems.add(entry.position(), window + " is listed twice in quotaWindows", "keep one of them");
            }
        }
        return windows;
    }

    /** Patterns of the digits of phone numbers, by the calling code that they are written without. */
    Map<String, String> homeNumbers(Collection<Entry> entries) {
        Map<String, String> numbers = new TreeMap<>();
        for (Entry entry : entries) {
            if (!entry.key().matches("[1-9][0-9]{0,2}")) {
                problems.add(entry.position(), "'" + entry.key() + "' is not a calling code", "write it like 86");
            }
            check(entry.value(), entry.value().text(), 0);
            numbers.put(entry.key(), entry.value().text());
        }
        return numbers;
    }

    private Duration window(Entry entry) {
        try {
            Duration window = Duration.parse(entry.key());
            if (window.compareTo(Duration.ZERO) > 0) {
                return window;
            }
        } catch (DateTimeException e) {
            // said below
        }
        problems.add(entry.position(), "'" + entry.key() + "' is not a window of time", "write it like PT1H or P1D");
        return Duration.ZERO;
    }

    private void check(YamlValue value, String pattern, int numbers) {
        String fix = null;
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (compiled.matcher("").groupCount() != numbers) {
                fix = "write (?:…) for groups; only {n} of quotaWindows is a group that counts";
            } else if (compiled.matcher("").find()) {
                fix = "write one that needs a character: this one fits every text";
            }
        } catch (PatternSyntaxException e) {
            fix = e.getDescription();
        }
        if (fix != null) {
            problems.add(value.position(), "'" + value.text() + "' is not a usable pattern", fix);
        }
    }
}

package io.github.alimsg.core.credentials;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ini file as the vendor's SDKs do: {@code #} and {@code ;} begin a comment at the start of a line and after
 * white space, so that a value may contain them; the last of several values for a key counts; section names are
 * case-sensitive. Unlike there, keys are not case-sensitive, and quotes are refused rather than made part of a value.
 */
final class IniFile {
    private static final Pattern KEY = Pattern.compile("[a-z_]+");

    private final Map<String, String> entries = new HashMap<>();
    private final String section;
    private boolean reading;
    private boolean found;
    private boolean odd;

    private IniFile(String section) {
        this.section = section;
    }

    /**
     * One section of a file.
     *
     * @param entries values by key, in lowercase
     * @param odd whether it has lines that are neither a setting nor a comment
     */
    record Section(Map<String, String> entries, boolean odd) {
        @Nullable
        String get(String key) {
            return CredentialsSource.filled(entries.get(key));
        }
    }

    /**
     * Reads a section.
     *
     * @param text the whole file
     * @param name the section's name
     * @return the section; null when there is none of this name
     * @throws IllegalArgumentException when the file is malformed; says where and quotes no value
     */
    static @Nullable Section section(String text, String name) {
        var file = new IniFile(name);
        int number = 1;
        for (Iterator<String> lines = text.replace("\uFEFF", "").lines().iterator(); lines.hasNext(); number++) {
            file.read(withoutComment(lines.next()).strip(), number);
        }
        return file.found ? new Section(Map.copyOf(file.entries), file.odd) : null;
    }

    private static String withoutComment(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c == '#' || c == ';') && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private void read(String line, int number) {
        int equals = line.indexOf('=');
        if (line.startsWith("[")) {
            reading = nameOfSection(line, number).equals(section);
            found |= reading;
        } else if (reading && equals > 0) {
            String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String what = KEY.matcher(key).matches() ? key : "the value in line " + number;
            entries.put(key, unquoted(what, line.substring(equals + 1).strip()));
        } else {
            odd |= reading && !line.isEmpty();
        }
    }

    private static String nameOfSection(String line, int number) {
        int end = line.indexOf(']');
        String rest = end < 0 ? line : line.substring(end + 1).strip();
        if (end < 0 || !(rest.isEmpty() || rest.startsWith("#") || rest.startsWith(";"))) {
            throw new IllegalArgumentException(
                    "line " + number + " is not a section: it must be [name] and nothing more");
        }
        return unquoted("the section in line " + number, line.substring(1, end).strip());
    }

    private static String unquoted(String what, String text) {
        if (!text.isEmpty() && (isQuote(text.charAt(0)) || isQuote(text.charAt(text.length() - 1)))) {
            throw new IllegalArgumentException(what + " is in quotes; remove them");
        }
        return text;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}

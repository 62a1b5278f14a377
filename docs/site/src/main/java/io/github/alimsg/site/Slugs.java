package io.github.alimsg.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Anchors of a page's headings, as GitHub makes them, so that one link works in both places. */
final class Slugs {
    private final Map<String, Integer> used = new HashMap<>();

    String of(String heading) {
        var slug = new StringBuilder();
        heading.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                slug.appendCodePoint(c);
            } else if (c == ' ') {
                slug.append('-');
            }
        });
        int before = used.merge(slug.toString(), 1, Integer::sum) - 1;
        return before == 0 ? slug.toString() : slug + "-" + before;
    }
}

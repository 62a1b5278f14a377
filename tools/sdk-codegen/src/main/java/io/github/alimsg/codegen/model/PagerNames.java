package io.github.alimsg.codegen.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of the methods that iterate over all items of a list: {@code all}, and what the operation lists, in the plural.
 * {@code ListFlow} becomes {@code allFlows}, {@code QuerySmsSignList} becomes {@code allSmsSigns}.
 */
final class PagerNames {
    private static final Pattern VERB =
            Pattern.compile("^(?:List|Query|Get|Describe|Search|Find|Read)(?=\\p{Lu})(?:All(?=\\p{Lu}))?");
    private static final Pattern LIST = Pattern.compile("(?<=.)List$");
    private static final List<String> NEEDS_ES = List.of("x", "ch", "sh", "ss");

    private PagerNames() {}

    static String method(String operation) {
        String what = LIST.matcher(VERB.matcher(JavaNames.type(operation)).replaceFirst(""))
                .replaceFirst("");
        return "all" + plural(JavaNames.capitalized(what));
    }

    private static String plural(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (NEEDS_ES.stream().anyMatch(lower::endsWith)) {
            return name + "es";
        }
        if (lower.endsWith("s")) {
            return name;
        }
        return lower.matches(".*[^aeiou]y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }
}

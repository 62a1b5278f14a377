package io.github.alimsg.codegen.model;

import java.util.regex.Pattern;

/**
 * Names of the methods that iterate over all items of a list: {@code all}, and what the operation lists, in the plural.
 * {@code ListFlow} becomes {@code allFlows}, {@code QuerySmsSignList} becomes {@code allSmsSigns}.
 */
final class PagerNames {
    private static final Pattern VERB =
            Pattern.compile("^(?:List|Query|Get|Describe|Search|Find|Read)(?=\\p{Lu})(?:All(?=\\p{Lu}))?");
    private static final Pattern LIST = Pattern.compile("(?<=.)List$");

    private PagerNames() {}

    static String method(String operation) {
        String what = LIST.matcher(VERB.matcher(JavaNames.type(operation)).replaceFirst(""))
                .replaceFirst("");
        return "all" + JavaNames.plural(JavaNames.capitalized(what));
    }
}

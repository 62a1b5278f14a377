package io.github.alimsg.codegen.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links in our documentation: an operation's name in brackets. Text in backticks has none. */
public final class Links {
    /** Matches text in backticks, its content in group 1, or a link, its operation in group 2. */
    public static final Pattern CODE_OR_LINK = Pattern.compile("`([^`]*)`|\\[([A-Z][A-Za-z0-9_]*)\\]");

    private Links() {}

    static void check(String text, SourcePosition position, Metadata metadata, Problems problems) {
        Matcher found = CODE_OR_LINK.matcher(text);
        while (found.find()) {
            String operation = found.group(2);
            if (operation != null
                    && !metadata.operations().containsKey(operation)
                    && !metadata.omitted().contains(operation)) {
                problems.add(
                        position,
                        "[" + operation + "] links to no operation",
                        "fix the name, or write it in backticks");
            }
        }
    }
}

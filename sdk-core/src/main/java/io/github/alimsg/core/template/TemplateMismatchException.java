package io.github.alimsg.core.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values do not fit the variables of a template. Nothing was sent. The message names the variables and the rules, never
 * a value.
 */
public final class TemplateMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Code of the template. */
    private final String templateCode;

    /** What is wrong, by variable. */
    @SuppressWarnings("serial") // an unmodifiable LinkedHashMap of strings can be written
    private final Map<String, String> problems;

    /**
     * Creates an exception. For the helpers that check templates.
     *
     * @param templateCode code of the template
     * @param problems what is wrong, by variable; at least one. Contains no values
     */
    public TemplateMismatchException(String templateCode, Map<String, String> problems) {
        super("template " + templateCode + ": "
                + problems.entrySet().stream()
                        .map(problem -> problem.getKey() + ": " + problem.getValue())
                        .collect(Collectors.joining("; ")));
        this.templateCode = templateCode;
        this.problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** {@return the code of the template} */
    public String templateCode() {
        return templateCode;
    }

    /** {@return what is wrong, by variable, in the order of the template; never a value} */
    public Map<String, String> problems() {
        return problems;
    }
}

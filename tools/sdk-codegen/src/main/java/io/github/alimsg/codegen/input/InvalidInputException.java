package io.github.alimsg.codegen.input;

import java.util.List;

/** Nothing can be generated from the input. Lists every problem. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidInputException(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " problems in the API's files:\n" + String.join("\n", problems));
        this.problems = problems;
    }

    /** {@return every problem: file, line, what is wrong, what to do} */
    public List<String> problems() {
        return problems;
    }
}

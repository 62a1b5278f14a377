package io.github.alimsg.codegen.input;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of the input, so that one run reports all of them. */
public final class Problems {
    private final Set<String> messages = new LinkedHashSet<>();

    /** Creates an empty collection. */
    public Problems() {}

    /**
     * Adds a problem.
     *
     * @param position where it is
     * @param wrong what is wrong
     * @param fix what to do about it
     */
    public void add(SourcePosition position, String wrong, String fix) {
        messages.add(position + ": " + wrong + "; " + fix);
    }

    /** {@return every problem so far, in the order in which they were found} */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Throws if there are any problems.
     *
     * @throws InvalidInputException that names every problem
     */
    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new InvalidInputException(messages());
        }
    }
}

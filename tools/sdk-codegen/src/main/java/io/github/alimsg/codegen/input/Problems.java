package io.github.alimsg.codegen.input;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the input, collected so that one run tells everything at once. */
public final class Problems {
    private final Set<String> messages = new LinkedHashSet<>();

    /** No problems yet. */
    public Problems() {}

    /**
     * Notes a problem.
     *
     * @param position where it is
     * @param wrong what is wrong
     * @param fix what to do about it
     */
    public void add(SourcePosition position, String wrong, String fix) {
        messages.add(position + ": " + wrong + "; " + fix);
    }

    /** {@return every problem so far, in the order they were met} */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Ends the run when anything is wrong.
     *
     * @throws InvalidInputException naming every problem
     */
    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new InvalidInputException(messages());
        }
    }
}

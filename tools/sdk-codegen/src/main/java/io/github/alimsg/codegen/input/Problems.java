package io.github.alimsg.codegen.input;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the problems of the input, so that one run reports all of them. */
public final class Problems {
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /**
     * Something that is wrong.
     *
     * @param message where it is, what is wrong, and what to do about it
     * @param wrong what is wrong
     * @param operation the operation without which it would not be; null when it is not about one of the vendor's
     * @param rename the name that would settle it; null when no name would
     */
    public record Problem(
            String message,
            String wrong,
            @Nullable String operation,
            @Nullable Rename rename) {}

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
        add(position, wrong, fix, null, null);
    }

    /**
     * Notes that an operation cannot be generated.
     *
     * @param operation its name
     * @param position where it is described
     * @param wrong why not
     * @param fix what to do about it
     */
    public void addUnsupported(String operation, SourcePosition position, String wrong, String fix) {
        add(position, wrong, fix, operation, null);
    }

    /**
     * Notes a name that something else has already.
     *
     * @param operation the operation that it belongs to
     * @param position where it is described
     * @param wrong what is wrong
     * @param fix what to do about it
     * @param rename the entry that would settle it; null when none can
     */
    public void addClash(String operation, SourcePosition position, String wrong, String fix, @Nullable Rename rename) {
        add(position, wrong, fix, operation, rename);
    }

    private void add(
            SourcePosition position, String wrong, String fix, @Nullable String operation, @Nullable Rename rename) {
        String message = position + ": " + wrong + "; " + fix;
        problems.putIfAbsent(message, new Problem(message, wrong, operation, rename));
    }

    /**
     * Notes something that is generated otherwise than described.
     *
     * @param position where it is
     * @param what what it is, and what becomes of it
     */
    public void warn(SourcePosition position, String what) {
        warnings.add(position + ": " + what);
    }

    /** {@return every problem so far, in the order they were met} */
    public List<Problem> all() {
        return List.copyOf(problems.values());
    }

    /** {@return what every problem so far says} */
    public List<String> messages() {
        return List.copyOf(problems.keySet());
    }

    /** {@return what is generated otherwise than described, in the order it was met} */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Throws if there are any problems.
     *
     * @throws InvalidInputException that names every problem
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(messages());
        }
    }
}

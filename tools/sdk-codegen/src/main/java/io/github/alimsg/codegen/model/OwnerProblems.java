package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.Rename;
import io.github.alimsg.codegen.input.SourcePosition;
import org.jspecify.annotations.Nullable;

/** Reports what is wrong in one request or response. */
final class OwnerProblems {
    private final Problems problems;
    private final SourcePosition file;
    private final String operation;

    OwnerProblems(Problems problems, String file, FieldPath top) {
        this.problems = problems;
        this.file = SourcePosition.of(file);
        this.operation = top.operation();
    }

    /**
     * Adds a problem.
     *
     * @param position where it is; null when it is in the metadata
     * @param wrong what is wrong
     * @param fix what to do about it
     */
    void add(@Nullable SourcePosition position, String wrong, String fix) {
        problems.add(position == null ? file : position, wrong, fix);
    }

    void addUnsupported(String wrong) {
        problems.addUnsupported(operation, file, wrong, "omit the operation: omit: [" + operation + "]");
    }

    void addClash(@Nullable SourcePosition position, String wrong, String fix, @Nullable Rename rename) {
        problems.addClash(operation, position == null ? file : position, wrong, fix, rename);
    }

    void warn(String what) {
        problems.warn(file, what);
    }
}

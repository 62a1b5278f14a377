package io.github.alimsg.codegen.init;

import io.github.alimsg.codegen.input.Problems.Problem;
import io.github.alimsg.codegen.input.Rename;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Entries that settle what stands in the way of generating: other names, and operations that are left out. */
final class Settled {
    private static final int MAX_ATTEMPTS = 10;

    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> fieldNames = new TreeMap<>();
    private final Map<String, String> omitted = new TreeMap<>();
    private final Map<String, Rename> first = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();

    /** Java names of classes, by selector. */
    Map<String, String> names() {
        return names;
    }

    /** Java names of fields and methods, by selector or operation. */
    Map<String, String> fieldNames() {
        return fieldNames;
    }

    /** Why operations are left out, by operation. */
    Map<String, String> omitted() {
        return omitted;
    }

    /** Whether there is an entry more that may settle some of the problems. */
    boolean settle(List<Problem> problems) {
        boolean some = false;
        for (Problem problem : problems) {
            Rename rename = problem.rename();
            if (rename != null && rename(rename)) {
                some = true;
            } else if (problem.operation() != null) {
                some |= omitted.putIfAbsent(problem.operation(), problem.wrong()) == null;
            }
        }
        return some;
    }

    /** A name that was suggested may be taken too. */
    private boolean rename(Rename rename) {
        String key = rename.section() + " " + rename.key();
        int attempt = attempts.merge(key, 1, Integer::sum);
        String suggestion = first.computeIfAbsent(key, any -> rename).suggestion(attempt);
        (rename.section().equals("names") ? names : fieldNames).put(rename.key(), suggestion);
        return attempt <= MAX_ATTEMPTS;
    }
}

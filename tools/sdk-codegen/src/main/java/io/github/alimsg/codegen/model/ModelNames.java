package io.github.alimsg.codegen.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of classes in the package of models. Class files of names that differ only in case would overwrite each
 * other on some disks.
 */
final class ModelNames {
    private final Map<String, String> taken = new HashMap<>();

    /**
     * Takes a name.
     *
     * @param name the class
     * @param what what it is for
     * @return what is wrong; null when the name was free
     */
    @Nullable
    String take(String name, String what) {
        String other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), what);
        return other == null
                ? null
                : what + " and " + other + " would have the same class, or one that differs only in case";
    }

    boolean isFree(String name) {
        return !taken.containsKey(name.toLowerCase(Locale.ROOT));
    }
}

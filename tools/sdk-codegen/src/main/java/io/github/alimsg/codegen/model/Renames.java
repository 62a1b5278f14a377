package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.Rename;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of the customization that would give a field or its class another name. */
final class Renames {
    private Renames() {}

    static @Nullable Rename ofField(FieldPath path, String name) {
        return canBeSelected(path) ? new Rename("fieldNames", path.toString(), name, List.of()) : null;
    }

    static @Nullable Rename ofClass(FieldPath path, String name) {
        if (!canBeSelected(path)) {
            return null;
        }
        List<String> parents = new ArrayList<>();
        for (int i = path.names().size() - 2; i >= 0; i--) {
            parents.add(JavaNames.type(path.names().get(i)));
        }
        parents.add(JavaNames.type(path.operation()));
        parents.remove("");
        return new Rename("names", path.toString(), name, parents);
    }

    /** A selector knows dots only between names. */
    private static boolean canBeSelected(FieldPath path) {
        return path.names().stream().noneMatch(name -> name.contains(".") || name.equals("*") || name.equals("**"));
    }
}

package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;

/** Imports of a source. */
final class Imports {
    /** What code with futures needs, and often doesn't any more. */
    private static final Set<String> FUTURES = Set.of(
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletionException",
            "java.util.concurrent.ExecutionException");

    private Imports() {}

    static boolean isVendors(String name) {
        return name.startsWith("com.aliyun.") || name.startsWith("com.aliyuncs.") || name.startsWith("darabonba.");
    }

    /** Adds what is not imported yet, in the alphabet's order, and after imports that sort before it. */
    static J.CompilationUnit add(J.CompilationUnit unit, Collection<String> names) {
        List<J.Import> imports = new ArrayList<>(unit.getImports());
        for (String name : names) {
            if (imports.stream()
                    .anyMatch(there -> !there.isStatic() && there.getTypeName().equals(name))) {
                continue;
            }
            int at = 0;
            for (int i = 0; i < imports.size(); i++) {
                if (!imports.get(i).isStatic() && imports.get(i).getTypeName().compareTo(name) < 0) {
                    at = i + 1;
                }
            }
            J.Import added = Snippets.imported(name);
            if (at > 0) {
                imports.add(at, added.withPrefix(Space.format("\n")));
            } else {
                Space first = imports.isEmpty()
                        ? Space.format(unit.getPackageDeclaration() == null ? "" : "\n\n")
                        : imports.get(0).getPrefix();
                if (!imports.isEmpty()) {
                    imports.set(0, imports.get(0).withPrefix(Space.format("\n")));
                }
                imports.add(0, added.withPrefix(first));
            }
        }
        return imports.size() == unit.getImports().size() ? unit : unit.withImports(imports);
    }

    /** Removes imports of the vendor's classes whose names don't occur any more. */
    static J.CompilationUnit removeUnused(J.CompilationUnit unit) {
        Set<String> used = new HashSet<>();
        new JavaIsoVisitor<Integer>() {
            @Override
            public J.Import visitImport(J.Import imported, Integer p) {
                return imported;
            }

            @Override
            public J.Identifier visitIdentifier(J.Identifier identifier, Integer p) {
                used.add(identifier.getSimpleName());
                return identifier;
            }
        }.visit(unit, 0);
        Set<String> ours = new HashSet<>();
        for (J.Import imported : unit.getImports()) {
            if (!isVendors(imported.getTypeName()) && !FUTURES.contains(imported.getTypeName())) {
                ours.add(imported.getClassName());
            }
        }
        List<J.Import> kept = new ArrayList<>();
        Space skipped = null;
        for (J.Import imported : unit.getImports()) {
            String name = imported.getClassName();
            boolean gone = (isVendors(imported.getTypeName()) || FUTURES.contains(imported.getTypeName()))
                    && (ours.contains(name) || !used.contains(name) && !name.equals("*") || isAll(imported));
            if (gone) {
                skipped = skipped == null && kept.isEmpty() ? imported.getPrefix() : skipped;
            } else {
                kept.add(kept.isEmpty() && skipped != null ? imported.withPrefix(skipped) : imported);
            }
        }
        return kept.size() == unit.getImports().size() ? unit : unit.withImports(kept);
    }

    private static boolean isAll(J.Import imported) {
        return imported.getQualid().getSimpleName().equals("*");
    }
}

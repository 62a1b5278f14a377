package io.github.alimsg.migration;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;

/** Where names occur. */
final class Uses {
    private Uses() {}

    /** Whether a variable of that name is used in any of the trees. */
    static boolean of(String name, List<? extends J> trees) {
        var found = new AtomicBoolean();
        var visitor = new JavaIsoVisitor<AtomicBoolean>() {
            @Override
            public J.Identifier visitIdentifier(J.Identifier identifier, AtomicBoolean seen) {
                Object around = getCursor().getParentTreeCursor().getValue();
                boolean isMember = around instanceof J.MethodInvocation call
                                && call.getName().isScope(identifier)
                        || around instanceof J.FieldAccess field
                                && field.getName().isScope(identifier);
                if (identifier.getSimpleName().equals(name) && !isMember) {
                    seen.set(true);
                }
                return identifier;
            }
        };
        trees.forEach(tree -> visitor.visit(tree, found));
        return found.get();
    }

    /** A name, or one made from it, that nothing in a method has. */
    static String free(String name, @Nullable J method) {
        String free = name;
        while (method != null && of(free, List.of(method))) {
            free += "Too";
        }
        return free;
    }

    /** Whether a variable of that name has a field set by a setter. */
    static boolean isSet(String name, List<? extends J> trees) {
        return any(
                trees,
                tree -> tree instanceof J.MethodInvocation call
                        && SetterChains.isSetter(call)
                        && isNamed(call.getSelect(), name));
    }

    /** Whether a variable of that name is assigned. */
    static boolean isAssigned(String name, List<? extends J> trees) {
        return any(trees, tree -> tree instanceof J.Assignment assignment && isNamed(assignment.getVariable(), name));
    }

    static boolean isNamed(@Nullable J tree, String name) {
        return tree instanceof J.Identifier identifier
                && identifier.getSimpleName().equals(name);
    }

    /** Whether any tree, or any part of one, fulfils a condition. */
    static boolean any(List<? extends J> trees, Predicate<J> condition) {
        var found = new AtomicBoolean();
        var visitor = new JavaIsoVisitor<AtomicBoolean>() {
            @Override
            public J preVisit(J tree, AtomicBoolean seen) {
                if (condition.test(tree)) {
                    seen.set(true);
                    stopAfterPreVisit();
                }
                return tree;
            }
        };
        trees.forEach(tree -> visitor.visit(tree, found));
        return found.get();
    }
}

package io.github.alimsg.migration;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.java.tree.TypeUtils;

/** The names of classes, and the imports of those that are gone. */
final class TypesVisitor extends VendorVisitor {
    TypesVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitCompilationUnit(J.CompilationUnit unit, ExecutionContext context) {
        J changed = super.visitCompilationUnit(unit, context);
        return changed instanceof J.CompilationUnit other ? Imports.removeUnused(other) : changed;
    }

    @Override
    public J visitImport(J.Import imported, ExecutionContext context) {
        return imported;
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, ExecutionContext context) {
        TypeTree renamed = identifier.getFieldType() == null
                ? renamed(identifier.getType(), identifier.getSimpleName(), identifier.getPrefix())
                : null;
        return renamed == null ? super.visitIdentifier(identifier, context) : renamed;
    }

    @Override
    public J visitFieldAccess(J.FieldAccess access, ExecutionContext context) {
        TypeTree renamed = renamed(access.getType(), access.getSimpleName(), access.getPrefix());
        return renamed == null ? super.visitFieldAccess(access, context) : renamed;
    }

    private @Nullable TypeTree renamed(@Nullable JavaType type, String simpleName, Space prefix) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        if (known == null) {
            return null;
        }
        String name = known.getFullyQualifiedName();
        if (!name.endsWith("." + simpleName) && !name.endsWith("$" + simpleName)) {
            return null;
        }
        VendorClass model = vendor().classOf(known);
        VendorClass built = vendor().builtBy(known);
        String ours = model != null
                ? model.ours()
                : built != null
                        ? built.ours() + "$Builder"
                        : vendor().isClient(known) ? vendor().mapping().client() : null;
        return ours == null || ours.isEmpty()
                ? null
                : Snippets.type(named(ours)).withPrefix(prefix);
    }
}

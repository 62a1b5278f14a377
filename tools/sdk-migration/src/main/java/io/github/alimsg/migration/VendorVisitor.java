package io.github.alimsg.migration;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;

/** Visits sources that use the vendor's classes, and adds the imports that the replacements need. */
abstract class VendorVisitor extends JavaVisitor<ExecutionContext> {
    private final Vendor vendor;
    private final Set<String> needed = new TreeSet<>();

    VendorVisitor(Vendor vendor) {
        this.vendor = vendor;
    }

    final Vendor vendor() {
        return vendor;
    }

    /** Imports a class; of nested ones the class around them. */
    final void needs(String name) {
        int nested = name.indexOf('$');
        needed.add(nested < 0 ? name : name.substring(0, nested));
    }

    /** The name of a class in the source, which is imported. */
    final String named(String name) {
        needs(name);
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    @Override
    public J visitCompilationUnit(J.CompilationUnit unit, ExecutionContext context) {
        needed.clear();
        J.CompilationUnit changed = (J.CompilationUnit) super.visitCompilationUnit(unit, context);
        return Imports.add(changed, needed);
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        J visited = super.visitBlock(block, context);
        if (!(visited instanceof J.Block changed)) {
            return visited;
        }
        List<Statement> kept = changed.getStatements();
        if (kept.stream().anyMatch(Removed::is)) {
            kept = kept.stream().filter(statement -> !Removed.is(statement)).toList();
        }
        return changed.withStatements(Notes.written(kept));
    }
}

package io.github.alimsg.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.xml.tree.Xml;

/** Visits poms and sources; the steps for sources rely on the vendor's types, and so on their order. */
final class SourcesVisitor extends TreeVisitor<Tree, ExecutionContext> {
    private final Vendor vendor;
    private final List<VendorVisitor> steps;

    SourcesVisitor(Vendor vendor, List<VendorVisitor> steps) {
        this.vendor = vendor;
        this.steps = steps;
    }

    @Override
    public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext context) {
        if (tree instanceof Xml.Document document && document.getSourcePath().endsWith("pom.xml")) {
            return new PomVisitor(vendor).visit(document, context);
        }
        if (!(tree instanceof J.CompilationUnit unit) || !usesVendor(unit) || !vendor.concerns(unit)) {
            return tree;
        }
        J changed = unit;
        for (VendorVisitor step : steps) {
            changed = step.visitNonNull(changed, context);
        }
        return changed;
    }

    private static boolean usesVendor(SourceFile file) {
        String text = file.printAll();
        return text.contains("com.aliyun") || text.contains("darabonba.");
    }
}

package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;

/**
 * A future that the next statement waits for: {@code CompletableFuture<X> f = client.x(r); X x = f.get();} is {@code X x
 * = client.x(r).get();}.
 */
final class FuturesVisitor extends VendorVisitor {
    FuturesVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        if (vendor().generation() != Generation.ASYNC) {
            return block;
        }
        List<Statement> statements = new ArrayList<>(block.getStatements());
        for (int i = statements.size() - 2; i >= 0; i--) {
            Statement joined = joined(statements.get(i), statements.subList(i + 1, statements.size()));
            if (joined != null) {
                statements.set(i, joined);
                statements.remove(i + 1);
            }
        }
        boolean same = statements.size() == block.getStatements().size();
        return super.visitBlock(same ? block : block.withStatements(statements), context);
    }

    private @Nullable Statement joined(Statement statement, List<Statement> later) {
        if (!(statement instanceof J.VariableDeclarations declaration)
                || declaration.getVariables().size() != 1
                || !(declaration.getVariables().get(0).getInitializer() instanceof J.MethodInvocation call)
                || vendor().operation(call) == null) {
            return null;
        }
        String name = declaration.getVariables().get(0).getSimpleName();
        Statement next = later.get(0);
        boolean isPlain = next instanceof J.VariableDeclarations
                || next instanceof J.MethodInvocation
                || next instanceof J.Assignment
                || next instanceof J.Return;
        if (!isPlain
                || Uses.of(name, later.subList(1, later.size()))
                || !next.getComments().isEmpty()) {
            return null;
        }
        var visitor = new Waiting(name, call);
        J waited = visitor.visitNonNull(next, 0);
        return visitor.waits == 1 && visitor.uses == 1 ? ((Statement) waited).withPrefix(statement.getPrefix()) : null;
    }

    private static final class Waiting extends JavaVisitor<Integer> {
        private final String name;
        private final Expression call;
        private int waits;
        private int uses;

        Waiting(String name, Expression call) {
            this.name = name;
            this.call = call;
        }

        @Override
        public J visitMethodInvocation(J.MethodInvocation wait, Integer p) {
            J visited = super.visitMethodInvocation(wait, p);
            boolean waitsForIt = Uses.isNamed(wait.getSelect(), name)
                    && (wait.getSimpleName().equals("get")
                            || wait.getSimpleName().equals("join"))
                    && getCursor().firstEnclosing(J.Lambda.class) == null;
            if (!waitsForIt || !(visited instanceof J.MethodInvocation changed)) {
                return visited;
            }
            waits++;
            return changed.withSelect(call.withPrefix(Space.EMPTY));
        }

        @Override
        public J visitIdentifier(J.Identifier identifier, Integer p) {
            if (identifier.getSimpleName().equals(name)) {
                uses++;
            }
            return identifier;
        }
    }
}

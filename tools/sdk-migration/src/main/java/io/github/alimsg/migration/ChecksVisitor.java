package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TextComment;
import org.openrewrite.marker.Markers;

/** Tests of {@code getBody().getCode()} after a call as {@code try} and {@code catch} around it. */
final class ChecksVisitor extends VendorVisitor {
    private static final String SILENT =
            " TODO alimsg: decide what a refused call means here; until now nothing happened";
    private static final String BOTH = "what came as an exception is a ServiceException, too, and is caught here;"
            + " decide whether the catch further out is still needed";
    private static final Map<String, String> IN_EXCEPTION = Map.of(
            "code", "code()",
            "serviceMessage", "serviceMessage()",
            "requestId", "requestId()",
            "httpStatus", "httpStatus()",
            "response", "getMessage()",
            "body", "getMessage()");

    ChecksVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        J visited = super.visitBlock(block, context);
        if (!(visited instanceof J.Block changed)) {
            return visited;
        }
        List<Statement> statements = changed.getStatements();
        for (int i = 0; i < statements.size(); i++) {
            List<Statement> rewritten = rewritten(statements, i, context);
            if (rewritten != null) {
                statements = rewritten;
            }
        }
        return changed.withStatements(statements);
    }

    private @Nullable List<Statement> rewritten(List<Statement> statements, int at, ExecutionContext context) {
        var check = new Check(vendor());
        int test = at;
        while (test < statements.size() && check.keeps(statements.get(test))) {
            test++;
        }
        if (test == statements.size() || check.call() == null && !isTest(statements.get(test))) {
            return null;
        }
        var branches = Branches.of(check, statements.get(test), statements.subList(test + 1, statements.size()));
        Expression call = check.call();
        if (branches == null || call == null) {
            return null;
        }
        List<Statement> failure = inCatch(branches.failure(), check);
        Statement kept = test == at ? null : statements.get(at);
        List<Statement> tried = failure == null ? null : tried(check, call, kept, branches, failure, context);
        if (tried == null) {
            return null;
        }
        List<Statement> all = new ArrayList<>(statements.subList(0, at));
        tried.set(0, tried.get(0).withPrefix(statements.get(at).getPrefix()));
        for (int i = 0; i < 2 && i < tried.size() && isInTry(); i++) {
            if (tried.get(i) instanceof J.Try attempt) {
                tried.set(i, Decide.above(attempt, BOTH));
                break;
            }
        }
        all.addAll(tried);
        return all;
    }

    private static boolean isTest(Statement statement) {
        return statement instanceof J.If || statement instanceof J.Return;
    }

    private @Nullable List<Statement> tried(
            Check check,
            Expression call,
            @Nullable Statement kept,
            Branches branches,
            List<Statement> failure,
            ExecutionContext context) {
        List<Statement> after = new ArrayList<>(branches.success());
        after.addAll(branches.rest());
        boolean used = kept != null && check.isUsedIn(after);
        Statement plain = (Statement) call.withPrefix(Space.EMPTY);
        List<Statement> all = new ArrayList<>();
        if (Branches.jumps(failure)) {
            if (!used) {
                all.add(attempt(List.of(plain), failure, context));
            } else if (kept instanceof J.VariableDeclarations declaration) {
                J.VariableDeclarations.NamedVariable variable =
                        declaration.getVariables().get(0);
                Expression value = variable.getInitializer();
                if (value == null) {
                    return null;
                }
                all.add(typed(declaration).withVariables(List.of(variable.withInitializer(null))));
                Statement assignment = Snippets.statement(
                        "$0 = $1;", variable.getName().withPrefix(Space.EMPTY), value.withPrefix(Space.EMPTY));
                all.add(attempt(List.of(assignment), failure, context));
            } else {
                all.add(attempt(List.of(kept), failure, context));
            }
            all.addAll(check.aliasesUsedIn(after));
            branches.success().forEach(statement -> all.add(autoFormat(statement, context, getCursor())));
            all.addAll(branches.rest());
            return all;
        }
        if (check.isUsedIn(branches.rest()) || callsClient(branches.success())) {
            return null;
        }
        List<Statement> body = new ArrayList<>();
        body.add(kept == null || !check.isUsedIn(branches.success()) ? plain : kept);
        body.addAll(check.aliasesUsedIn(branches.success()));
        body.addAll(branches.success());
        all.add(attempt(body, failure, context));
        all.addAll(branches.rest());
        return all;
    }

    /** Another call in the same {@code try} would have its failures caught there, too. */
    private boolean callsClient(List<Statement> statements) {
        return Uses.any(
                statements, tree -> tree instanceof J.MethodInvocation call && vendor().operation(call) != null);
    }

    /** A declaration without a value needs a type other than {@code var}. */
    private J.VariableDeclarations typed(J.VariableDeclarations declaration) {
        VendorClass type = vendor().classOf(declaration.getVariables().get(0).getType());
        boolean isVar = declaration.getTypeExpression() instanceof J.Identifier name
                && name.getSimpleName().equals("var");
        return type == null || !isVar || declaration.getTypeExpression() == null
                ? declaration
                : declaration.withTypeExpression(Snippets.type(named(type.ours()))
                        .withPrefix(declaration.getTypeExpression().getPrefix()));
    }

    private J.Try attempt(List<Statement> body, List<Statement> failure, ExecutionContext context) {
        needs("io.github.alimsg.core.error.ServiceException");
        String name = name();
        J.Try made = (J.Try) Snippets.statement("try {\n} catch (ServiceException " + name + ") {\n}");
        J.Block caught = made.getCatches().get(0).getBody().withStatements(onLines(failure));
        made = made.withBody(made.getBody().withStatements(onLines(body)))
                .withCatches(List.of(made.getCatches().get(0).withBody(caught)))
                .withPrefix(Space.format("\n"));
        J.Try formatted = autoFormat(made, context, getCursor());
        return failure.isEmpty()
                ? formatted.withCatches(List.of(silent(formatted.getCatches().get(0))))
                : formatted;
    }

    private boolean isInTry() {
        J.Try around = getCursor().firstEnclosing(J.Try.class);
        return around != null
                && around.getCatches().stream()
                        .anyMatch(caught -> vendor().isFailure(caught.getParameter()
                                .getTree()
                                .getVariables()
                                .get(0)
                                .getType()));
    }

    private static J.Try.Catch silent(J.Try.Catch caught) {
        String line = caught.getBody().getEnd().getWhitespace();
        var comment = new TextComment(false, SILENT, line, Markers.EMPTY);
        return caught.withBody(caught.getBody().withEnd(Space.build(line + "    ", List.of(comment))));
    }

    private static List<Statement> onLines(List<Statement> statements) {
        List<Statement> lines = new ArrayList<>();
        for (Statement statement : statements) {
            Space prefix = statement.getPrefix();
            boolean first = lines.isEmpty() || !prefix.getWhitespace().contains("\n");
            lines.add(first ? statement.withPrefix(prefix.withWhitespace("\n")) : statement);
        }
        return lines;
    }

    /** The name of the exception, which no variable of the method has. */
    private String name() {
        return Uses.free("refused", getCursor().firstEnclosing(J.MethodDeclaration.class));
    }

    /** What happens after a failure, with the exception in place of the response; null when it needs a response. */
    private @Nullable List<Statement> inCatch(List<Statement> statements, Check check) {
        String name = name();
        List<Statement> changed = new ArrayList<>();
        for (Statement statement : statements) {
            J inCatch = new JavaVisitor<Integer>() {
                @Override
                public J visitMethodInvocation(J.MethodInvocation call, Integer p) {
                    Expression replacement = replaced(call, check, name);
                    return replacement == null ? super.visitMethodInvocation(call, p) : replacement;
                }

                @Override
                public J visitIdentifier(J.Identifier identifier, Integer p) {
                    Expression replacement =
                            identifier.getFieldType() == null ? null : replaced(identifier, check, name);
                    return replacement == null || !isText() ? super.visitIdentifier(identifier, p) : replacement;
                }

                private boolean isText() {
                    Object around = getCursor().getParentTreeCursor().getValue();
                    return around instanceof J.Binary
                            || around instanceof J.NewClass
                            || around instanceof J.Return
                            || around instanceof J.MethodInvocation call
                                    && (call.getSelect() == null
                                            || !call.getSelect()
                                                    .isScope(getCursor().getValue()));
                }
            }.visitNonNull(statement, 0);
            changed.add((Statement) inCatch);
        }
        return check.isUsedIn(changed) ? null : changed;
    }

    private static @Nullable Expression replaced(Expression value, Check check, String name) {
        String meaning = check.meaning(value);
        if ("success".equals(meaning)) {
            return Snippets.expression("false").withPrefix(value.getPrefix());
        }
        String member = meaning == null ? null : IN_EXCEPTION.get(meaning);
        return member == null
                ? null
                : Snippets.expression("$0." + member, Snippets.name(name)).withPrefix(value.getPrefix());
    }
}

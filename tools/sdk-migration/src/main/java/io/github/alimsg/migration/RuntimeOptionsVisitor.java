package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;

/** {@code client.sendSmsWithOptions(request, runtime)} as {@code client.withOptions(runtime).sendSms(request)}. */
final class RuntimeOptionsVisitor extends VendorVisitor {
    private static final String OPTIONS = "com.aliyun.teautil.models.RuntimeOptions";
    private static final String SUFFIX = "WithOptions";
    private static final String WITHOUT = "without";
    private static final String RETRIES =
            " was left out: the SDK repeats what can't send twice; retryPolicy(…) sets how often";

    RuntimeOptionsVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        J.Block joined = SetterChains.join(block, type -> Vendor.is(type, OPTIONS));
        Set<String> without = new HashSet<>();
        Set<String> outer = getCursor().getNearestMessage(WITHOUT);
        if (outer != null) {
            without.addAll(outer);
        }
        List<Statement> kept = new ArrayList<>();
        for (int i = 0; i < joined.getStatements().size(); i++) {
            Statement statement = joined.getStatements().get(i);
            List<Statement> later =
                    joined.getStatements().subList(i + 1, joined.getStatements().size());
            String unset = unset(statement, later);
            if (unset == null) {
                kept.add(statement);
            } else {
                without.add(unset);
            }
        }
        getCursor().putMessage(WITHOUT, without);
        return super.visitBlock(
                kept.size() == joined.getStatements().size() ? joined : joined.withStatements(kept), context);
    }

    /** The variable that a statement declares as options that say nothing; null when it does something else. */
    private static @Nullable String unset(Statement statement, List<Statement> later) {
        if (!(statement instanceof J.VariableDeclarations declaration)
                || declaration.getVariables().size() != 1
                || !(declaration.getVariables().get(0).getInitializer() instanceof J.NewClass made)
                || !Vendor.is(made.getType(), OPTIONS)) {
            return null;
        }
        String name = declaration.getVariables().get(0).getSimpleName();
        boolean onlyPassed = !Uses.isSet(name, later)
                && !Uses.isAssigned(name, later)
                && !Uses.any(
                        later,
                        tree -> tree instanceof J.MethodInvocation call
                                && !call.getSimpleName().endsWith(SUFFIX)
                                && call.getArguments().stream().anyMatch(argument -> Uses.isNamed(argument, name)));
        return onlyPassed ? name : null;
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, ExecutionContext context) {
        boolean isType = identifier.getFieldType() == null
                && identifier.getSimpleName().equals("RuntimeOptions")
                && Vendor.is(identifier.getType(), OPTIONS);
        if (!isType) {
            return super.visitIdentifier(identifier, context);
        }
        return Snippets.type(named("java.util.function.Consumer") + "<" + named("io.github.alimsg.core.ClientOptions")
                        + ".Builder>")
                .withPrefix(identifier.getPrefix());
    }

    @Override
    public J visitImport(J.Import imported, ExecutionContext context) {
        return imported;
    }

    @Override
    public J visitNewClass(J.NewClass made, ExecutionContext context) {
        return Vendor.is(made.getType(), OPTIONS)
                ? Snippets.expression("options -> {}").withPrefix(made.getPrefix())
                : super.visitNewClass(made, context);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext context) {
        if (isSetter(call)) {
            return options(call);
        }
        J visited = super.visitMethodInvocation(call, context);
        String name = call.getSimpleName();
        if (!vendor().isClientCalled(call)
                || !name.endsWith(SUFFIX)
                || !(visited instanceof J.MethodInvocation changed)) {
            return visited;
        }
        String method = name.substring(0, name.length() - SUFFIX.length());
        Expression select = changed.getSelect();
        List<Expression> arguments = new ArrayList<>(changed.getArguments());
        Expression original = call.getArguments().get(call.getArguments().size() - 1);
        Expression options = arguments.remove(arguments.size() - 1);
        if (select == null) {
            return visited;
        }
        Expression client2 = saysNothing(original, options)
                ? select
                : Snippets.expression("$0.withOptions($1)", select, options.withPrefix(Space.EMPTY))
                        .withPrefix(select.getPrefix());
        return changed.withName(changed.getName().withSimpleName(method))
                .withSelect(client2)
                .withArguments(arguments);
    }

    private boolean saysNothing(Expression original, Expression changed) {
        Set<String> without = getCursor().getNearestMessage(WITHOUT);
        if (original instanceof J.Identifier variable) {
            return without != null && without.contains(variable.getSimpleName());
        }
        return changed instanceof J.Lambda lambda
                && lambda.getBody() instanceof J.Block
                && original instanceof J.NewClass;
    }

    private boolean isSetter(J.MethodInvocation call) {
        Expression select = call.getSelect();
        JavaType.Method method = call.getMethodType();
        return SetterChains.isSetter(call)
                && (select != null && Vendor.is(select.getType(), OPTIONS)
                        || method != null && Vendor.is(method.getDeclaringType(), OPTIONS));
    }

    private J options(J.MethodInvocation chain) {
        var settings = new Settings(chain);
        Expression built = Snippets.expression("options");
        for (Settings.Setting setting : settings.all()) {
            switch (setting.name()) {
                case "autoretry", "maxAttempts", "backoffPolicy", "backoffPeriod" ->
                    built = Notes.add(built, setting.name() + RETRIES);
                default -> {
                    Expression made = settings.made(built, setting, this);
                    built = made != null
                            ? made
                            : Notes.add(built, setting.name() + " was left out: look for it in docs/configuration.md");
                }
            }
        }
        Expression change = Snippets.expression("options -> $0", built);
        if (built instanceof J.Identifier) {
            change = Snippets.expression("options -> {}").withMarkers(built.getMarkers());
        }
        if (settings.root() instanceof J.NewClass) {
            return change.withPrefix(chain.getPrefix());
        }
        Expression object = settings.root().withPrefix(Space.EMPTY);
        return Snippets.statement("$0 = $0.andThen($1);", object, change).withPrefix(chain.getPrefix());
    }
}

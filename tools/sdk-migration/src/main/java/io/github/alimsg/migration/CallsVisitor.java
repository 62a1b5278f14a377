package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.NameTree;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Calls of operations where the vendor's are made in another way: {@code client.getAcsResponse(request)} as {@code
 * client.sendSms(request)}; with futures, {@code client.sendSms(request).get()} as {@code client.sendSms(request)}, others
 * as {@code client.async(c -> c.sendSms(request))}, and what is caught around those that waited.
 */
final class CallsVisitor extends VendorVisitor {
    private static final String ERRORS = "io.github.alimsg.core.error.";
    private static final String INTERRUPTED = "java.lang.InterruptedException";
    private static final Set<String> FAILED =
            Set.of("java.util.concurrent.ExecutionException", "java.util.concurrent.CompletionException");
    private static final String UNWRAPPED =
            "a failed call is an SdkException now, not the cause of an ExecutionException; decide where it is caught";

    CallsVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext context) {
        J.MethodInvocation awaited = vendor().awaited(call);
        if (awaited != null) {
            return super.visitMethodInvocation(awaited, context).withPrefix(call.getPrefix());
        }
        J visited = super.visitMethodInvocation(call, context);
        String operation = vendor().operation(call);
        if (operation == null || !(visited instanceof J.MethodInvocation changed) || changed.getSelect() == null) {
            return visited;
        } else if (vendor().generation() == Generation.FIRST) {
            return called(changed, operation);
        } else if (vendor().generation() == Generation.SYNC) {
            return changed;
        }
        String name = Uses.free("c", getCursor().firstEnclosing(J.MethodDeclaration.class));
        Expression inner = changed.withSelect(Snippets.name(name)).withPrefix(Space.EMPTY);
        return Snippets.expression(
                        "$0.async(" + name + " -> $1)", changed.getSelect().withPrefix(Space.EMPTY), inner)
                .withPrefix(call.getPrefix());
    }

    private static J.MethodInvocation called(J.MethodInvocation call, String operation) {
        J.MethodInvocation renamed = call.withName(call.getName().withSimpleName(operation))
                .withArguments(List.of(call.getArguments().get(0)));
        return call.getArguments().size() == 1
                ? renamed
                : Notes.add(
                        renamed, "other arguments than the request were left out: withOptions(…) has what they said");
    }

    @Override
    public J visitMethodDeclaration(J.MethodDeclaration method, ExecutionContext context) {
        J visited = super.visitMethodDeclaration(method, context);
        List<NameTree> thrown = method.getThrows();
        boolean declared = thrown != null && thrown.stream().anyMatch(type -> isFailed(type.getType()));
        return declared && method.getBody() != null && waits(method.getBody())
                ? Decide.above(visited, UNWRAPPED)
                : visited;
    }

    @Override
    public J visitTry(J.Try attempt, ExecutionContext context) {
        boolean waits = waits(attempt.getBody());
        J visited = super.visitTry(attempt, context);
        if (!waits || !(visited instanceof J.Try changed)) {
            return visited;
        }
        boolean caught = changed.getCatches().stream()
                .anyMatch(found -> isFailed(typeOf(found)) || Vendor.is(typeOf(found), INTERRUPTED) || isMulti(found));
        if (!caught) {
            return visited;
        } else if (othersThrow(attempt.getBody())) {
            return Decide.above(changed, UNWRAPPED);
        }
        List<J.Try.Catch> interrupted = new ArrayList<>();
        List<J.Try.Catch> rest = new ArrayList<>();
        for (J.Try.Catch found : changed.getCatches()) {
            (Vendor.is(typeOf(found), INTERRUPTED) ? interrupted : rest).add(unwrapped(found, context));
        }
        // What an interrupt is here is an SdkException, too, and so has to be caught before it.
        interrupted.addAll(rest);
        return changed.withCatches(interrupted);
    }

    private J.Try.Catch unwrapped(J.Try.Catch caught, ExecutionContext context) {
        String ours = Vendor.is(typeOf(caught), INTERRUPTED)
                ? "CallInterruptedException"
                : isFailed(typeOf(caught)) || isMulti(caught) ? "SdkException" : null;
        if (ours == null) {
            return caught;
        }
        J.VariableDeclarations parameter = caught.getParameter().getTree();
        TypeTree before = parameter.getTypeExpression();
        String name = parameter.getVariables().get(0).getSimpleName();
        J.VariableDeclarations typed = parameter.withTypeExpression(
                Snippets.type(named(ERRORS + ours)).withPrefix(before == null ? Space.EMPTY : before.getPrefix()));
        J body = new JavaVisitor<ExecutionContext>() {
            @Override
            public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext p) {
                boolean isCause = call.getSimpleName().equals("getCause") && Uses.isNamed(call.getSelect(), name);
                return isCause
                        ? Snippets.name(name).withPrefix(call.getPrefix())
                        : super.visitMethodInvocation(call, p);
            }
        }.visitNonNull(caught.getBody(), context);
        return caught.withParameter(caught.getParameter().withTree(typed)).withBody((J.Block) body);
    }

    /** {@code InterruptedException | ExecutionException}, in any order. */
    private static boolean isMulti(J.Try.Catch caught) {
        return caught.getParameter().getTree().getTypeExpression() instanceof J.MultiCatch types
                && types.getAlternatives().stream()
                        .allMatch(type -> isFailed(type.getType()) || Vendor.is(type.getType(), INTERRUPTED));
    }

    private static @Nullable JavaType typeOf(J.Try.Catch caught) {
        TypeTree type = caught.getParameter().getTree().getTypeExpression();
        return type == null || type instanceof J.MultiCatch ? null : type.getType();
    }

    /** Whether an exception of that type has the failure of what a future was for as its cause. */
    static boolean isFailed(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known != null && FAILED.contains(known.getFullyQualifiedName());
    }

    private boolean waits(J.Block body) {
        return Uses.any(
                List.of(body), tree -> tree instanceof J.MethodInvocation call && vendor().awaited(call) != null);
    }

    /** Whether anything but a call of the vendor's client may throw what is caught for these calls. */
    private boolean othersThrow(J.Block body) {
        return Uses.any(List.of(body), tree -> {
            JavaType.Method method = tree instanceof J.MethodInvocation call && vendor().awaited(call) == null
                    ? call.getMethodType()
                    : tree instanceof J.NewClass made ? made.getMethodType() : null;
            return method != null
                    && method.getThrownExceptions().stream()
                            .anyMatch(thrown -> isFailed(thrown)
                                    || Vendor.is(thrown, INTERRUPTED)
                                    || Vendor.is(thrown, "java.lang.Exception"));
        });
    }
}

package io.github.alimsg.migration;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;

/** The vendor's exceptions as those of this SDK. */
final class ExceptionsVisitor extends VendorVisitor {
    private static final String SDK_EXCEPTION = "io.github.alimsg.core.error.SdkException";
    private static final Map<String, String> MEMBERS = Map.of(
            "code", "code()",
            "errCode", "code()",
            "statusCode", "httpStatus()",
            "requestId", "requestId()",
            "errMsg", "serviceMessage()",
            "errMessage", "serviceMessage()",
            "message", "getMessage()",
            "accessDeniedDetail", "accessDenied()");
    private static final String WRAPPED = "wrapped";

    ExceptionsVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitImport(J.Import imported, ExecutionContext context) {
        return imported;
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, ExecutionContext context) {
        String ours = identifier.getFieldType() == null ? ours(identifier.getType()) : null;
        return ours != null && simpleName(identifier.getType()).equals(identifier.getSimpleName())
                ? identifier.withSimpleName(named(ours)).withType(null)
                : super.visitIdentifier(identifier, context);
    }

    /** An exception that the application makes itself is none of the service. */
    @Override
    public J visitNewClass(J.NewClass made, ExecutionContext context) {
        if (ours(made.getType()) == null) {
            return super.visitNewClass(made, context);
        }
        return made.withClazz(Snippets.type("RuntimeException").withPrefix(Space.SINGLE_SPACE));
    }

    @Override
    public J visitVariableDeclarations(J.VariableDeclarations declaration, ExecutionContext context) {
        boolean own = declaration.getVariables().size() == 1
                && declaration.getVariables().get(0).getInitializer() instanceof J.NewClass made
                && ours(made.getType()) != null;
        if (!own || declaration.getTypeExpression() == null) {
            return super.visitVariableDeclarations(declaration, context);
        }
        getCursor()
                .getParentTreeCursor()
                .putMessage(WRAPPED, declaration.getVariables().get(0).getSimpleName());
        J.VariableDeclarations changed = declaration.withTypeExpression(Snippets.type("RuntimeException")
                .withPrefix(declaration.getTypeExpression().getPrefix()));
        return super.visitVariableDeclarations(changed, context);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext context) {
        if (isNothing(call)) {
            return Removed.mark(call);
        }
        Expression select = call.getSelect();
        if (call.getSimpleName().equals("get")
                && select instanceof J.MethodInvocation data
                && data.getSimpleName().equals("getData")
                && data.getSelect() instanceof J.Identifier exception
                && isException(exception)) {
            String replacement = isWrapped(exception) ? "$0.getCause()" : "$0.helpUrl()";
            Expression plain = exception.withPrefix(Space.EMPTY);
            return Snippets.expression(replacement, plain).withPrefix(call.getPrefix());
        }
        J visited = super.visitMethodInvocation(call, context);
        if (!isException(select) || isWrapped(select) || !(visited instanceof J.MethodInvocation changed)) {
            return visited;
        }
        String name = call.getSimpleName();
        String member = name.startsWith("get") && name.length() > 3
                ? MEMBERS.get(Character.toLowerCase(name.charAt(3)) + name.substring(4))
                : null;
        if (member == null) {
            return name.equals("getData")
                            || name.equals("getDescription")
                            || name.equals("getLastRequest")
                            || name.equals("getErrorType")
                            || name.equals("getErrorDescription")
                    ? Notes.add(changed, name + "() has no counterpart: see ServiceException and docs/errors.md")
                    : changed;
        }
        if (SDK_EXCEPTION.equals(ours(select == null ? null : select.getType()))) {
            return ofAnyFailure(changed, member);
        }
        return changed.withName(changed.getName().withSimpleName(member.substring(0, member.length() - 2)));
    }

    /** In the first generation, every exception has what only a refusal by the service has here. */
    private J ofAnyFailure(J.MethodInvocation call, String member) {
        Expression exception = call.getSelect();
        if (exception == null || member.equals("getMessage()")) {
            return call;
        } else if (member.equals("serviceMessage()")) {
            return call.withName(call.getName().withSimpleName("getMessage"));
        }
        String name = Uses.free("refusal", getCursor().firstEnclosing(J.MethodDeclaration.class));
        return Snippets.expression(
                        "($0 instanceof " + named("io.github.alimsg.core.error.ServiceException") + " " + name + " ? "
                                + name + "." + member + " : null)",
                        exception.withPrefix(Space.EMPTY))
                .withPrefix(call.getPrefix());
    }

    /** Refusals with HTTP status 4xx were of the more general class. */
    @Override
    public J visitTry(J.Try attempt, ExecutionContext context) {
        J visited = super.visitTry(attempt, context);
        boolean both = attempt.getCatches().size() > 1
                && attempt.getCatches().stream()
                        .anyMatch(caught ->
                                caught.getParameter().getTree().getTypeExpression() instanceof J.Identifier type
                                        && Vendor.is(type.getType(), "com.aliyuncs.exceptions.ServerException"));
        return both
                ? Decide.above(
                        visited,
                        "a refusal with HTTP status 4xx was a ClientException, here it is a ServiceException, too;"
                                + " decide which catch it belongs in")
                : visited;
    }

    @Override
    public J visitFieldAccess(J.FieldAccess access, ExecutionContext context) {
        String member = isException(access.getTarget()) ? MEMBERS.get(access.getSimpleName()) : null;
        if (member == null) {
            return super.visitFieldAccess(access, context);
        }
        String replacement = isWrapped(access.getTarget()) ? "getMessage()" : member;
        return Snippets.expression("$0." + replacement, access.getTarget().withPrefix(Space.EMPTY))
                .withPrefix(access.getPrefix());
    }

    /** The vendor's generated samples assert that a text is a text. */
    private static boolean isNothing(J.MethodInvocation call) {
        JavaType.Method method = call.getMethodType();
        return call.getSimpleName().equals("assertAsString")
                && method != null
                && Vendor.is(method.getDeclaringType(), "com.aliyun.teautil.Common");
    }

    private boolean isWrapped(@Nullable Expression expression) {
        String wrapped = getCursor().getNearestMessage(WRAPPED);
        return wrapped != null
                && expression instanceof J.Identifier variable
                && variable.getSimpleName().equals(wrapped);
    }

    private boolean isException(@Nullable Expression expression) {
        return expression instanceof J.Identifier variable
                && variable.getFieldType() != null
                && ours(variable.getType()) != null;
    }

    private @Nullable String ours(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known == null ? null : vendor().generation().exception(known.getFullyQualifiedName());
    }

    private static String simpleName(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known == null ? "" : known.getClassName();
    }
}

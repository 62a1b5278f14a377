package io.github.alimsg.migration;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;

/** {@code TeaException} and the first generation's exceptions as those of this SDK. */
final class ExceptionsVisitor extends VendorVisitor {
    private static final String ERRORS = "io.github.alimsg.core.error.";
    private static final Map<String, String> TYPES = Map.of(
            "com.aliyun.tea.TeaException", ERRORS + "ServiceException",
            "com.aliyun.tea.TeaUnretryableException", ERRORS + "TransportException",
            "com.aliyuncs.exceptions.ServerException", ERRORS + "ServiceException",
            "com.aliyuncs.exceptions.ClientException", ERRORS + "SdkException");
    private static final Map<String, String> MEMBERS = Map.of(
            "code", "code()",
            "errCode", "code()",
            "statusCode", "httpStatus()",
            "requestId", "requestId()",
            "errMsg", "serviceMessage()",
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
        boolean isSdk = ERRORS.concat("SdkException").equals(ours(select == null ? null : select.getType()));
        if (isSdk && !member.equals("getMessage()")) {
            return Notes.add(changed, "only a ServiceException has " + member + ": catch it before SdkException");
        }
        return changed.withName(changed.getName().withSimpleName(member.substring(0, member.length() - 2)));
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

    private static boolean isException(@Nullable Expression expression) {
        return expression instanceof J.Identifier variable
                && variable.getFieldType() != null
                && ours(variable.getType()) != null;
    }

    private static @Nullable String ours(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known == null ? null : TYPES.get(known.getFullyQualifiedName());
    }

    private static String simpleName(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known == null ? "" : known.getClassName();
    }
}

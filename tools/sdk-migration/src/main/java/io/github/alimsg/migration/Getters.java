package io.github.alimsg.migration;

import io.github.alimsg.migration.VendorClass.Role;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;

/** Accessors in place of the vendor's getters. */
final class Getters {
    private final VendorVisitor visitor;
    private final Conversions conversions;

    Getters(VendorVisitor visitor, Conversions conversions) {
        this.visitor = visitor;
        this.conversions = conversions;
    }

    /**
     * Replaces one.
     *
     * @param call the call as it is in the source
     * @param changed the same with what it is called on replaced
     * @param type the vendor's class that it is called on
     */
    J replaced(J.MethodInvocation call, J.MethodInvocation changed, VendorClass type) {
        Expression select = changed.getSelect();
        String name = call.getSimpleName();
        if (select == null) {
            return changed;
        }
        if (type.role() == Role.RESPONSE) {
            return switch (name) {
                case "getBody" -> select.withPrefix(changed.getPrefix());
                case "getStatusCode" -> BuilderCalls.renamed(changed, "httpStatus");
                case "getHeaders" -> Notes.add(changed, "read a header by its name: header(\"x-acs-request-id\")");
                default -> changed;
            };
        }
        Property property = type.propertyOf(name, "get");
        if (property == null) {
            return switch (name) {
                case "getSuccess" ->
                    Notes.add(
                            Snippets.expression("true").withPrefix(changed.getPrefix()),
                            "a response is a success, a failure is a ServiceException: take out the test");
                case "getAccessDeniedDetail" ->
                    Notes.add(
                            Snippets.expression("null").withPrefix(changed.getPrefix()),
                            "a response is a success; a ServiceException has accessDenied()");
                default ->
                    name.startsWith("get") && !name.equals("getClass")
                            ? Notes.add(changed, "not described by the vendor: raw(\"/" + name.substring(3) + "\")")
                            : changed;
            };
        }
        JavaType.Method method = call.getMethodType();
        Property only = property.onlyMember();
        if (only != null && method != null && Vendor.isList(method.getReturnType())) {
            // The first generation leaves the object out, too, and keeps its name.
            property = only;
        } else if (only != null) {
            return select.withPrefix(changed.getPrefix());
        }
        J.MethodInvocation plain = BuilderCalls.renamed(changed, property.name());
        if (property.name().equals("serviceCode") && isCompared()) {
            plain = Notes.add(
                    plain, "a response is a success, a failure is a ServiceException: catch it in place of this test");
        }
        Expression read = conversions.read(
                (Expression) plain.withPrefix(Space.EMPTY),
                property,
                method == null ? null : method.getReturnType(),
                isInText());
        return read == null
                ? Notes.add(plain, property.name() + "() has another type here than the vendor's: convert it")
                : read.withPrefix(changed.getPrefix());
    }

    private boolean isCompared() {
        Object around = visitor.getCursor().getParentTreeCursor().getValue();
        return around instanceof J.MethodInvocation call && call.getSimpleName().startsWith("equals")
                || around instanceof J.Binary binary && binary.getOperator() == J.Binary.Type.Equal;
    }

    private boolean isInText() {
        Object around = visitor.getCursor().getParentTreeCursor().getValue();
        return around instanceof J.Binary binary
                && binary.getOperator() == J.Binary.Type.Addition
                && TypeUtils.isString(binary.getType());
    }
}

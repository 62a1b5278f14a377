package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/** Objects that the vendor's code makes empty and then sets field by field. */
final class SetterChains {
    private SetterChains() {}

    /**
     * Joins statements that set fields of an object with the declaration before them:
     * {@code X x = new X(); x.setA(a);} is {@code X x = new X().setA(a);}.
     *
     * @param isSet which classes' objects this is about
     */
    static J.Block join(J.Block block, Predicate<JavaType> isSet) {
        List<Statement> statements = new ArrayList<>();
        boolean changed = false;
        for (Statement statement : block.getStatements()) {
            Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
            Statement joined = last instanceof J.VariableDeclarations declaration
                    ? join(declaration, setters(statement), isSet)
                    : null;
            if (joined == null) {
                J.MethodInvocation setter = assigned(statement, isSet);
                statements.add(setter == null ? statement : setter.withPrefix(statement.getPrefix()));
                changed |= setter != null;
            } else {
                statements.set(statements.size() - 1, joined);
                changed = true;
            }
        }
        return changed ? block.withStatements(statements) : block;
    }

    private static @Nullable Statement join(
            J.VariableDeclarations declaration, List<J.MethodInvocation> setters, Predicate<JavaType> isSet) {
        if (declaration.getVariables().size() != 1 || setters.isEmpty()) {
            return null;
        }
        J.VariableDeclarations.NamedVariable variable =
                declaration.getVariables().get(0);
        Expression value = variable.getInitializer();
        if (value == null || !isSet.test(variable.getType()) || !isNew(value)) {
            return null;
        }
        String name = variable.getSimpleName();
        Expression root = setters.get(0).getSelect();
        if (!(root instanceof J.Identifier object) || !object.getSimpleName().equals(name)) {
            return null;
        }
        String indent = "\n" + declaration.getPrefix().getIndent() + "        ";
        for (J.MethodInvocation setter : setters) {
            if (Uses.of(name, setter.getArguments())) {
                return null;
            }
            value = setter.getPadding()
                    .withSelect(JRightPadded.build(value).withAfter(Space.format(indent)))
                    .withPrefix(value.getPrefix());
            value = value.withComments(List.of());
        }
        return declaration.withVariables(List.of(variable.withInitializer(value)));
    }

    /** The setters that a statement calls on a variable, in order; none when it does anything else. */
    private static List<J.MethodInvocation> setters(Statement statement) {
        List<J.MethodInvocation> setters = new ArrayList<>();
        Expression at = statement instanceof J.MethodInvocation call
                        && statement.getComments().isEmpty()
                ? call
                : assignedField(statement);
        while (at instanceof J.MethodInvocation call && isSetter(call)) {
            setters.add(0, call);
            at = call.getSelect();
        }
        return at instanceof J.Identifier ? setters : List.of();
    }

    static boolean isSetter(J.MethodInvocation call) {
        return call.getSimpleName().startsWith("set") && call.getArguments().size() == 1;
    }

    /** Whether an object is made in an expression: {@code new X()}, with or without setters. */
    static boolean isNew(Expression value) {
        Expression at = value;
        while (at instanceof J.MethodInvocation call && isSetter(call)) {
            at = call.getSelect();
        }
        return at instanceof J.NewClass made
                && made.getBody() == null
                && made.getArguments().stream().allMatch(J.Empty.class::isInstance);
    }

    /** {@code x.a = b} as {@code x.setA(b)}, for the vendor's classes have public fields. */
    private static J.@Nullable MethodInvocation assignedField(Statement statement) {
        return statement.getComments().isEmpty() ? assigned(statement, type -> true) : null;
    }

    private static J.@Nullable MethodInvocation assigned(Statement statement, Predicate<JavaType> isSet) {
        if (!(statement instanceof J.Assignment assignment)
                || !(assignment.getVariable() instanceof J.FieldAccess field)
                || !isModel(field.getTarget().getType())
                || !isSet.test(field.getTarget().getType())) {
            return null;
        }
        String name = field.getSimpleName();
        return setter(
                field.getTarget(),
                "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
                assignment.getAssignment());
    }

    private static boolean isModel(@Nullable JavaType type) {
        return type != null && TypeUtils.isAssignableTo("com.aliyun.tea.TeaModel", type);
    }

    private static J.MethodInvocation setter(Expression object, String name, Expression value) {
        JavaType.FullyQualified type = TypeUtils.asFullyQualified(object.getType());
        JavaType.Method method = type == null
                ? null
                : type.getMethods().stream()
                        .filter(found -> found.getName().equals(name))
                        .findFirst()
                        .orElse(null);
        return new J.MethodInvocation(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JRightPadded.build(object.withPrefix(Space.EMPTY)),
                null,
                new J.Identifier(Tree.randomId(), Space.EMPTY, Markers.EMPTY, List.of(), name, null, null),
                JContainer.build(List.of(JRightPadded.build(value.withPrefix(Space.EMPTY)))),
                method);
    }
}

package io.github.alimsg.migration;

import io.github.alimsg.migration.VendorClass.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Statement;

/** A call of the vendor's client, and the statements after it that lead to the test of its code. */
final class Check {
    /** What a condition says when it is true. */
    enum Verdict {
        SUCCESS,
        FAILURE,
        /** Nothing about the call's result that a response of ours could contradict. */
        NOTHING
    }

    private final Vendor vendor;
    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final List<Statement> aliases = new ArrayList<>();
    private @Nullable Expression call;

    Check(Vendor vendor) {
        this.vendor = vendor;
    }

    /** Reads a statement that keeps the response, its body or its code; false when it does something else. */
    boolean keeps(Statement statement) {
        String name;
        Expression value;
        if (statement instanceof J.VariableDeclarations declaration
                && declaration.getVariables().size() == 1) {
            name = declaration.getVariables().get(0).getSimpleName();
            value = declaration.getVariables().get(0).getInitializer();
        } else if (statement instanceof J.Assignment assignment
                && assignment.getVariable() instanceof J.Identifier variable) {
            name = variable.getSimpleName();
            value = assignment.getAssignment();
        } else {
            return false;
        }
        boolean first = call == null;
        String meaning = value == null ? null : meaning(value);
        if (meaning == null || call == null) {
            return false;
        }
        meanings.put(name, meaning);
        if (!first) {
            aliases.add(statement);
        }
        return true;
    }

    /** What an expression is: the response, or a part of it; null when it is something else. */
    @Nullable
    String meaning(Expression value) {
        Expression plain = value.unwrap();
        if (plain instanceof J.Identifier variable) {
            return meanings.get(variable.getSimpleName());
        }
        if (!(plain instanceof J.MethodInvocation invocation)) {
            return null;
        }
        if (vendor.isResponse(invocation)) {
            if (call == null) {
                call = invocation;
            }
            return call.isScope(invocation) ? "response" : null;
        }
        VendorClass type = vendor.calledOn(invocation);
        Expression select = invocation.getSelect();
        String of = type == null || select == null ? null : meaning(select);
        if (of == null || type == null || !of.equals("response") && !of.equals("body")) {
            return null;
        }
        return switch (invocation.getSimpleName()) {
            case "getBody" -> "body";
            case "getStatusCode" -> type.role() == Role.RESPONSE ? "httpStatus" : null;
            case "getCode" -> "code";
            case "getMessage" -> "serviceMessage";
            case "getRequestId" -> "requestId";
            case "getSuccess" -> "success";
            default -> null;
        };
    }

    /** What a condition says about the call; null when it says something else, too. */
    @Nullable
    Verdict verdict(Expression condition) {
        Expression plain = condition.unwrap();
        if (plain instanceof J.Unary unary && unary.getOperator() == J.Unary.Type.Not) {
            return inverted(verdict(unary.getExpression()));
        } else if (plain instanceof J.Binary binary) {
            return switch (binary.getOperator()) {
                case And -> both(verdict(binary.getLeft()), verdict(binary.getRight()), Verdict.SUCCESS);
                case Or -> both(verdict(binary.getLeft()), verdict(binary.getRight()), Verdict.FAILURE);
                case Equal, NotEqual -> compared(binary);
                default -> null;
            };
        } else if (plain instanceof J.MethodInvocation invocation) {
            return invocation.getSimpleName().toLowerCase(java.util.Locale.ROOT).startsWith("equals")
                            || invocation.getSimpleName().equals("equalString")
                    ? equal(invocation)
                    : "success".equals(meaning(plain)) ? Verdict.SUCCESS : null;
        }
        return "success".equals(meaning(plain)) ? Verdict.SUCCESS : null;
    }

    /** {@code x != null}, {@code status == 200}: true of every response of ours. */
    private @Nullable Verdict compared(J.Binary binary) {
        String meaning = meaning(binary.getLeft());
        Object value = binary.getRight() instanceof J.Literal literal ? literal.getValueSource() : null;
        boolean equal = binary.getOperator() == J.Binary.Type.Equal;
        if (meaning == null || value == null) {
            return null;
        } else if (value.equals("null")) {
            return equal ? Verdict.FAILURE : Verdict.NOTHING;
        }
        return meaning.equals("httpStatus") && value.equals("200") ? equal ? Verdict.NOTHING : Verdict.FAILURE : null;
    }

    private @Nullable Verdict equal(J.MethodInvocation invocation) {
        List<Expression> sides = new ArrayList<>(invocation.getArguments());
        if (sides.size() == 1 && invocation.getSelect() != null) {
            sides.add(invocation.getSelect());
        }
        if (sides.size() != 2) {
            return null;
        }
        String left = meaning(sides.get(0));
        Expression other = left == null ? sides.get(0) : sides.get(1);
        String meaning = left == null ? meaning(sides.get(1)) : left;
        if ("code".equals(meaning)) {
            return isOk(other) ? Verdict.SUCCESS : null;
        } else if ("success".equals(meaning)) {
            String text = other.toString();
            return text.endsWith("TRUE") || text.equals("true") ? Verdict.SUCCESS : null;
        }
        return null;
    }

    /** {@code "OK"}, or a constant whose name says so. */
    private static boolean isOk(Expression expression) {
        if (expression instanceof J.Literal literal) {
            return "OK".equals(literal.getValue());
        }
        String name = expression instanceof J.FieldAccess field
                ? field.getSimpleName()
                : expression instanceof J.Identifier variable ? variable.getSimpleName() : "";
        String upper = name.toUpperCase(java.util.Locale.ROOT);
        return upper.equals("OK") || upper.endsWith("_OK") || upper.contains("SUCCESS");
    }

    private static @Nullable Verdict both(@Nullable Verdict left, @Nullable Verdict right, Verdict wanted) {
        if (left == null || right == null) {
            return null;
        } else if (left == Verdict.NOTHING || left == wanted) {
            return right == Verdict.NOTHING ? left : right == wanted ? wanted : null;
        }
        return null;
    }

    private static @Nullable Verdict inverted(@Nullable Verdict verdict) {
        return verdict == Verdict.SUCCESS ? Verdict.FAILURE : verdict == Verdict.FAILURE ? Verdict.SUCCESS : null;
    }

    /** The call; null as long as none was met. */
    @Nullable
    Expression call() {
        return call;
    }

    /** The variables that hold the response or a part of it. */
    List<String> names() {
        return List.copyOf(meanings.keySet());
    }

    /** The declarations of further variables that some of the statements use. */
    List<Statement> aliasesUsedIn(List<Statement> statements) {
        List<Statement> used = new ArrayList<>();
        for (Statement alias : aliases) {
            String name = alias instanceof J.VariableDeclarations declaration
                    ? declaration.getVariables().get(0).getSimpleName()
                    : "";
            List<Statement> all = new ArrayList<>(statements);
            all.addAll(aliases.subList(aliases.indexOf(alias) + 1, aliases.size()));
            if (Uses.of(name, all)) {
                used.add(alias);
            }
        }
        return used;
    }

    boolean isUsedIn(List<Statement> statements) {
        return names().stream().anyMatch(name -> Uses.of(name, statements));
    }
}

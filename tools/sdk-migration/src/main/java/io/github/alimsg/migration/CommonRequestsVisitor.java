package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;

/** The first generation's {@code CommonRequest}, which names its operation and parameters as text, as typed requests. */
final class CommonRequestsVisitor extends VendorVisitor {
    static final String REQUEST = "com.aliyuncs.CommonRequest";
    private static final String RESPONSE = "com.aliyuncs.CommonResponse";
    private static final String OPERATIONS = "operations";
    private static final String SUCCESS =
            "a response is a success, a failure is a ServiceException: a test of Code in this text never sees one";
    private static final String UNKNOWN =
            "which operation this calls was not found: use its request, such as SendSmsRequest.builder()";

    private final Conversions conversions = new Conversions(this);

    CommonRequestsVisitor(Vendor vendor) {
        super(vendor);
    }

    /** The operation that a variable's request names in some statements; null when it is none of the client's. */
    static @Nullable String operation(Vendor vendor, String variable, List<? extends J> statements) {
        Set<String> actions = new HashSet<>();
        Set<String> versions = new HashSet<>();
        Uses.any(statements, tree -> {
            if (tree instanceof J.MethodInvocation call
                    && Uses.isNamed(call.getSelect(), variable)
                    && call.getArguments().get(0) instanceof J.Literal literal
                    && literal.getValue() instanceof String text) {
                if (call.getSimpleName().equals("setSysAction")
                        || call.getSimpleName().equals("setAction")) {
                    actions.add(text);
                } else if (call.getSimpleName().equals("setSysVersion")
                        || call.getSimpleName().equals("setVersion")) {
                    versions.add(text.replace("-", ""));
                }
            }
            return false;
        });
        boolean isOurs = versions.size() == 1
                && vendor.mapping().product().endsWith(versions.iterator().next());
        String action = actions.size() == 1 ? actions.iterator().next() : null;
        return isOurs && action != null && vendor.mapping().method(action) != null ? action : null;
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        if (vendor().generation() != Generation.FIRST) {
            return block;
        }
        Map<String, String> operations = new HashMap<>();
        Map<String, String> outer = getCursor().getNearestMessage(OPERATIONS);
        if (outer != null) {
            operations.putAll(outer);
        }
        for (Statement statement : block.getStatements()) {
            if (statement instanceof J.VariableDeclarations declaration
                    && Vendor.is(declaration.getType(), REQUEST)
                    && declaration.getVariables().get(0).getInitializer() instanceof J.NewClass) {
                String name = declaration.getVariables().get(0).getSimpleName();
                String operation = operation(vendor(), name, block.getStatements());
                if (operation != null) {
                    operations.put(name, operation);
                }
            }
        }
        getCursor().putMessage(OPERATIONS, operations);
        J visited = super.visitBlock(block, context);
        return visited instanceof J.Block changed ? joined(changed, operations) : visited;
    }

    /** Statements that set parameters right after the declaration, as a part of it. */
    private static J.Block joined(J.Block block, Map<String, String> operations) {
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : block.getStatements()) {
            Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
            if (last instanceof J.VariableDeclarations declaration
                    && statement instanceof J.MethodInvocation set
                    && set.getMethodType() == null
                    && statement.getComments().isEmpty()
                    && operations.containsKey(declaration.getVariables().get(0).getSimpleName())
                    && Uses.isNamed(
                            set.getSelect(), declaration.getVariables().get(0).getSimpleName())) {
                statements.set(statements.size() - 1, with(declaration, set));
            } else {
                statements.add(statement);
            }
        }
        return statements.size() == block.getStatements().size() ? block : block.withStatements(statements);
    }

    private static J.VariableDeclarations with(J.VariableDeclarations declaration, J.MethodInvocation set) {
        J.VariableDeclarations.NamedVariable variable =
                declaration.getVariables().get(0);
        Expression value = variable.getInitializer();
        if (value == null) {
            return declaration;
        }
        Space line = Space.format("\n" + declaration.getPrefix().getIndent() + "        ");
        J.MethodInvocation chain = set.getPadding()
                .withSelect(JRightPadded.<Expression>build(value.withPrefix(Space.EMPTY))
                        .withAfter(line))
                .withPrefix(value.getPrefix());
        return declaration.withVariables(List.of(variable.withInitializer(chain)));
    }

    @Override
    public J visitVariableDeclarations(J.VariableDeclarations declaration, ExecutionContext context) {
        String operation = operation(declaration.getVariables().get(0).getSimpleName());
        VendorClass request = operation == null ? null : vendor().mapping().request(operation);
        if (request == null || !Vendor.is(declaration.getType(), REQUEST) || declaration.getTypeExpression() == null) {
            return super.visitVariableDeclarations(declaration, context);
        }
        J.VariableDeclarations.NamedVariable variable =
                declaration.getVariables().get(0);
        Expression builder = Snippets.expression("$0.builder()", Snippets.name(named(request.ours())));
        return declaration
                .withTypeExpression(Snippets.type(named(request.ours()) + ".Builder")
                        .withPrefix(declaration.getTypeExpression().getPrefix()))
                .withVariables(List.of(variable.withInitializer(builder.withPrefix(Space.SINGLE_SPACE))));
    }

    private @Nullable String operation(String variable) {
        Map<String, String> operations = getCursor().getNearestMessage(OPERATIONS);
        return operations == null ? null : operations.get(variable);
    }

    @Override
    public J visitImport(J.Import imported, ExecutionContext context) {
        return imported;
    }

    @Override
    public J visitNewClass(J.NewClass made, ExecutionContext context) {
        return Vendor.is(made.getType(), REQUEST) ? Notes.add(made, UNKNOWN) : super.visitNewClass(made, context);
    }

    /** Any response has what a common one has. */
    @Override
    public J visitIdentifier(J.Identifier identifier, ExecutionContext context) {
        boolean isType = identifier.getFieldType() == null
                && identifier.getSimpleName().equals("CommonResponse")
                && Vendor.is(identifier.getType(), RESPONSE);
        return isType
                ? Snippets.type(named("io.github.alimsg.core.SdkResponse")).withPrefix(identifier.getPrefix())
                : super.visitIdentifier(identifier, context);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext context) {
        J visited = super.visitMethodInvocation(call, context);
        if (!(visited instanceof J.MethodInvocation changed) || call.getSelect() == null) {
            return visited;
        }
        if (Vendor.is(call.getSelect().getType(), RESPONSE) && call.getMethodType() != null) {
            return switch (call.getSimpleName()) {
                case "getData" -> Notes.add(BuilderCalls.renamed(changed, "rawJson"), SUCCESS);
                case "getHttpStatus" -> BuilderCalls.renamed(changed, "httpStatus");
                default -> Notes.add(changed, "no counterpart: see SdkResponse");
            };
        } else if (Vendor.is(call.getSelect().getType(), REQUEST)
                && call.getSelect() instanceof J.Identifier variable) {
            String operation = operation(variable.getSimpleName());
            return operation == null ? visited : parameter(changed, operation);
        }
        String operation = call.getSimpleName().equals("getCommonResponse")
                        && call.getArguments().get(0) instanceof J.Identifier variable
                ? operation(variable.getSimpleName())
                : null;
        String method = operation == null ? null : vendor().mapping().method(operation);
        if (method == null) {
            return visited;
        }
        Expression request = changed.getArguments().get(0);
        return BuilderCalls.renamed(changed, method)
                .withArguments(List.of(Snippets.expression("$0.build()", request.withPrefix(Space.EMPTY))));
    }

    private J parameter(J.MethodInvocation call, String operation) {
        VendorClass request = vendor().mapping().request(operation);
        boolean isParameter = (call.getSimpleName().equals("putQueryParameter")
                        || call.getSimpleName().equals("putBodyParameter"))
                && call.getArguments().size() == 2;
        if (!isParameter || request == null) {
            return setting(call);
        }
        Expression name = call.getArguments().get(0);
        Expression value = call.getArguments().get(1).withPrefix(Space.EMPTY);
        String text = name instanceof J.Literal literal && literal.getValue() instanceof String known ? known : null;
        Property property = text == null ? null : request.property(text);
        if ("RegionId".equals(text)) {
            // The region is the client's.
            return Removed.mark(call);
        } else if (property == null
                || property.object() != null
                || property.type().startsWith("list ")) {
            return BuilderCalls.renamed(call, "putParam");
        }
        JavaType type = call.getArguments().get(1).getType();
        return BuilderCalls.renamed(call, property.name())
                .withArguments(List.of(conversions.sent(value, type, property)));
    }

    /** What names the operation is implied by the request; other settings are still there if no call got them. */
    private static J setting(J.MethodInvocation call) {
        boolean isSetter = SetterChains.isSetter(call);
        boolean isImplied = RequestSettingsVisitor.OPERATION.contains(call.getSimpleName())
                || isSetter
                        && RequestSettingsVisitor.isImplied(Settings.of(call).name());
        return isImplied ? Removed.mark(call) : isSetter ? Notes.add(call, RequestSettingsVisitor.OF_THE_CALL) : call;
    }
}

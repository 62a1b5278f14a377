package io.github.alimsg.migration;

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
import org.openrewrite.java.tree.TypeUtils;

/** Builders in place of setters, accessors in place of getters, responses without bodies. */
final class ModelsVisitor extends VendorVisitor {
    private static final String BUILDERS = "builders";

    private final Conversions conversions = new Conversions(this);
    private final Getters getters = new Getters(this, conversions);

    ModelsVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        J.Block joined = SetterChains.join(block, vendor()::isSent);
        Set<String> builders = new HashSet<>();
        Set<String> outer = getCursor().getNearestMessage(BUILDERS);
        if (outer != null) {
            builders.addAll(outer);
        }
        List<Statement> statements = joined.getStatements();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof J.VariableDeclarations declaration) {
                List<Statement> later = statements.subList(i + 1, statements.size());
                for (J.VariableDeclarations.NamedVariable variable : declaration.getVariables()) {
                    builders.remove(variable.getSimpleName());
                    if (isBuilder(variable, later)) {
                        builders.add(variable.getSimpleName());
                    }
                }
            }
        }
        getCursor().putMessage(BUILDERS, builders);
        return super.visitBlock(joined, context);
    }

    /** Whether fields are set after other statements, so that the object can't be built at once. */
    private boolean isBuilder(J.VariableDeclarations.NamedVariable variable, List<Statement> later) {
        VendorClass type = vendor().classOf(variable.getType());
        Expression value = variable.getInitializer();
        return type != null
                && type.isSent()
                && value != null
                && SetterChains.isNew(value)
                && Uses.isSet(variable.getSimpleName(), later)
                && !Uses.isAssigned(variable.getSimpleName(), later);
    }

    private boolean isBuilder(String name) {
        Set<String> builders = getCursor().getNearestMessage(BUILDERS);
        return builders != null && builders.contains(name);
    }

    @Override
    public J visitVariableDeclarations(J.VariableDeclarations declaration, ExecutionContext context) {
        J visited = super.visitVariableDeclarations(declaration, context);
        if (!(visited instanceof J.VariableDeclarations changed)
                || changed.getVariables().size() != 1
                || changed.getTypeExpression() == null) {
            return visited;
        }
        J.VariableDeclarations.NamedVariable variable = changed.getVariables().get(0);
        VendorClass type = vendor().classOf(variable.getType());
        Expression value = variable.getInitializer();
        if (type == null || value == null || !isBuilder(variable.getSimpleName())) {
            return visited;
        }
        return changed.withTypeExpression(Snippets.type(named(type.ours()) + ".Builder")
                        .withPrefix(changed.getTypeExpression().getPrefix()))
                .withVariables(List.of(
                        variable.withInitializer(BuilderCalls.unbuilt(value).withPrefix(value.getPrefix()))));
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, ExecutionContext context) {
        VendorClass type = vendor().classOf(identifier.getType());
        if (type == null || identifier.getFieldType() == null || !isBuilder(identifier.getSimpleName())) {
            return super.visitIdentifier(identifier, context);
        }
        Object around = getCursor().getParentTreeCursor().getValue();
        boolean isName = around instanceof J.VariableDeclarations.NamedVariable variable
                && variable.getName().isScope(identifier);
        boolean isSetterOf = around instanceof J.MethodInvocation call
                && call.getSelect() != null
                && call.getSelect().isScope(identifier)
                && SetterChains.isSetter(call);
        return isName || isSetterOf || around instanceof J.FieldAccess
                ? identifier
                : Snippets.expression("$0.build()", identifier.withPrefix(Space.EMPTY))
                        .withPrefix(identifier.getPrefix());
    }

    @Override
    public J visitNewClass(J.NewClass made, ExecutionContext context) {
        VendorClass type = vendor().classOf(made.getType());
        boolean isEmpty = made.getBody() == null && made.getArguments().stream().allMatch(J.Empty.class::isInstance);
        if (type == null || !type.isSent() || !isEmpty) {
            return super.visitNewClass(made, context);
        }
        return Snippets.expression("$0.builder().build()", Snippets.name(named(type.ours())))
                .withPrefix(made.getPrefix());
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext context) {
        VendorClass built = vendor().builtBy(call);
        VendorClass type = vendor().calledOn(call);
        Expression object = call.getSelect();
        J visited = super.visitMethodInvocation(call, context);
        if (built != null && call.getMethodType() != null && visited instanceof J.MethodInvocation changed) {
            return ofBuilder(call, changed, built);
        }
        if (type == null || object == null || !(visited instanceof J.MethodInvocation changed)) {
            return visited;
        }
        if (type.isSent() && SetterChains.isSetter(call)) {
            return setter(call, changed, type);
        }
        if (type.isSent() && call.getSimpleName().equals("create")) {
            return Snippets.expression("$0.builder().build()", object.withPrefix(Space.EMPTY))
                    .withPrefix(changed.getPrefix());
        }
        boolean isGetter = call.getArguments().stream().allMatch(J.Empty.class::isInstance);
        return isGetter ? getters.replaced(call, changed, type) : changed;
    }

    /** A field in a chain of the asynchronous generation's builders, which are as ours are. */
    private J ofBuilder(J.MethodInvocation call, J.MethodInvocation changed, VendorClass type) {
        Expression select = changed.getSelect();
        if (select == null
                || call.getArguments().size() != 1
                || call.getArguments().get(0) instanceof J.Empty) {
            return changed;
        }
        String name = call.getSimpleName();
        Property property = type.property(name);
        String wire = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        J notSet = property == null ? notSet(call, changed, select, wire) : null;
        return notSet == null ? set(call, changed, property, wire) : notSet;
    }

    /** What becomes of a field that ours have under no name; null if it is set as a parameter. */
    private @Nullable J notSet(J.MethodInvocation call, J.MethodInvocation changed, Expression select, String wire) {
        if (isImplied(wire)) {
            return isStatement() ? Removed.mark(changed) : select.withPrefix(changed.getPrefix());
        }
        return isInherited(call) ? Notes.add(changed, RequestSettingsVisitor.OF_THE_CALL) : null;
    }

    /** The call of our setter; a field that the vendor does not describe is set by its name. */
    private J.MethodInvocation set(
            J.MethodInvocation call, J.MethodInvocation changed, @Nullable Property property, String wire) {
        Expression value = changed.getArguments().get(0);
        if (property == null) {
            return BuilderCalls.renamed(changed, "putParam").withArguments(List.of(Snippets.text(wire), text(value)));
        }
        JavaType from = call.getArguments().get(0).getType();
        return BuilderCalls.renamed(changed, property.name())
                .withArguments(List.of(conversions.sent(value, from, property)));
    }

    /** Whether a method is that of all requests. */
    private boolean isInherited(J.MethodInvocation call) {
        JavaType.Method method = call.getMethodType();
        return method != null
                && vendor().classOf(method.getDeclaringType()) == null
                && vendor().builtBy(method.getDeclaringType()) == null;
    }

    /** What the gateway fills in from the key; no application has to send it. */
    private static boolean isImplied(String wire) {
        return wire.equals("OwnerId") || wire.startsWith("ResourceOwner");
    }

    private J setter(J.MethodInvocation call, J.MethodInvocation changed, VendorClass type) {
        Property property = type.propertyOf(call.getSimpleName(), "set");
        Expression select = changed.getSelect();
        if (select == null) {
            return changed;
        }
        String wire = call.getSimpleName().substring("set".length());
        J notSet = property == null ? notSet(call, changed, select, wire) : null;
        if (notSet != null) {
            return notSet;
        }
        J.MethodInvocation set = set(call, changed, property, wire);
        if (BuilderCalls.isBuilt(select)) {
            return BuilderCalls.built(BuilderCalls.withSelect(set, BuilderCalls.unbuilt(select)));
        } else if (select instanceof J.Identifier variable && isBuilder(variable.getSimpleName())) {
            return set;
        }
        return onBuiltObject(set, select);
    }

    private static Expression text(Expression value) {
        return value.getType() == JavaType.Primitive.String || TypeUtils.isString(value.getType())
                ? value.withPrefix(Space.SINGLE_SPACE)
                : Snippets.expression("String.valueOf($0)", value).withPrefix(Space.SINGLE_SPACE);
    }

    /** A field of an object that came from elsewhere: objects don't change, so the variable gets a new one. */
    private J onBuiltObject(J.MethodInvocation set, Expression select) {
        Space prefix = set.getPrefix();
        Expression builder = Snippets.expression("$0.toBuilder()", select.withPrefix(Space.EMPTY));
        J.MethodInvocation copy = BuilderCalls.built(BuilderCalls.withSelect(set.withPrefix(Space.EMPTY), builder));
        if (!isStatement()) {
            return copy.withPrefix(prefix);
        }
        if (!(select instanceof J.Identifier || select instanceof J.FieldAccess)) {
            return Decide.above(
                    copy.withPrefix(prefix), "requests don't change: use the copy that this statement makes");
        }
        Statement assignment = Snippets.statement("$0 = $1;", select.withPrefix(Space.EMPTY), copy);
        assignment = assignment.withPrefix(prefix);
        return isParameter(select)
                ? Decide.above(
                        assignment, "requests don't change: return the copy, the caller's object stays as it was")
                : assignment;
    }

    private boolean isParameter(Expression select) {
        J.MethodDeclaration method = getCursor().firstEnclosing(J.MethodDeclaration.class);
        return method != null
                && select instanceof J.Identifier variable
                && method.getParameters().stream()
                        .anyMatch(parameter -> parameter instanceof J.VariableDeclarations declared
                                && declared.getVariables()
                                        .get(0)
                                        .getSimpleName()
                                        .equals(variable.getSimpleName()));
    }

    private boolean isStatement() {
        Object around = getCursor().getParentTreeCursor().getValue();
        return around instanceof J.Block || around instanceof J.If || around instanceof J.Case;
    }
}

package io.github.alimsg.migration;

import io.github.alimsg.migration.Settings.Setting;
import io.github.alimsg.migration.VendorClass.Role;
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
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;

/**
 * Settings that a request carries ({@code request.setSysReadTimeout(2000)}, {@code requestConfiguration(…)}) as
 * settings of the call: {@code client.withOptions(…)}.
 */
final class RequestSettingsVisitor extends VendorVisitor {
    static final String OF_THE_CALL = "a setting of a request is one of the call here: client.withOptions(…)";
    private static final String SETTINGS = "settings";
    /** What every request says, or nobody needs to say here. */
    private static final Set<String> IMPLIED =
            Set.of("method", "acceptFormat", "accept", "version", "product", "encoding", "actionName");
    /** What says which operation a common request calls. */
    static final Set<String> OPERATION = Set.of("setSysAction", "setAction", "setSysVersion", "setVersion");

    private final Set<String> common = new HashSet<>();

    RequestSettingsVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        J.Block joined = SetterChains.join(block, vendor()::isSent);
        Map<String, List<Setting>> settings = new HashMap<>();
        Map<String, List<Setting>> outer = getCursor().getNearestMessage(SETTINGS);
        if (outer != null) {
            settings.putAll(outer);
        }
        common.addAll(commonIn(joined));
        List<Statement> kept = new ArrayList<>();
        for (Statement statement : joined.getStatements()) {
            Statement without = without(statement, joined.getStatements(), settings);
            if (without != null) {
                kept.add(without);
            }
        }
        getCursor().putMessage(SETTINGS, settings);
        return super.visitBlock(joined.withStatements(kept), context);
    }

    /** The variables of a block that are common requests for an operation of the client. */
    private List<String> commonIn(J.Block block) {
        List<String> names = new ArrayList<>();
        for (Statement statement : block.getStatements()) {
            if (statement instanceof J.VariableDeclarations declaration
                    && Vendor.is(declaration.getType(), CommonRequestsVisitor.REQUEST)) {
                String name = declaration.getVariables().get(0).getSimpleName();
                if (CommonRequestsVisitor.operation(vendor(), name, block.getStatements()) != null) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private boolean isCommon(@Nullable Expression request) {
        return request instanceof J.Identifier variable
                && Vendor.is(variable.getType(), CommonRequestsVisitor.REQUEST)
                && common.contains(variable.getSimpleName());
    }

    /** Whether a variable is passed to a call, which then can have its settings. */
    private boolean isPassed(String variable, List<Statement> statements) {
        return Uses.any(
                statements,
                tree -> tree instanceof J.MethodInvocation call
                        && (vendor().operation(call) != null
                                || call.getSimpleName().equals("getCommonResponse"))
                        && Uses.isNamed(call.getArguments().get(0), variable));
    }

    /** A statement without the settings in it; null when nothing is left of it. */
    private @Nullable Statement without(
            Statement statement, List<Statement> around, Map<String, List<Setting>> settings) {
        if (statement instanceof J.VariableDeclarations declaration
                && declaration.getVariables().size() == 1) {
            J.VariableDeclarations.NamedVariable variable =
                    declaration.getVariables().get(0);
            List<Setting> found = new ArrayList<>();
            Expression value = variable.getInitializer();
            Expression plain = value == null ? null : without(value, found);
            if (!found.isEmpty()) {
                settings.put(variable.getSimpleName(), found);
                boolean isKnown = isPassed(variable.getSimpleName(), around)
                        || found.stream().allMatch(setting -> isImplied(setting.name()));
                J.VariableDeclarations rest = declaration.withVariables(List.of(variable.withInitializer(plain)));
                return isKnown ? rest : Notes.add(rest, OF_THE_CALL);
            }
        } else if (statement instanceof J.MethodInvocation call
                && isSetting(call)
                && call.getSelect() instanceof J.Identifier variable) {
            List<Setting> found = settings(call);
            if (isPassed(variable.getSimpleName(), around)) {
                settings.computeIfAbsent(variable.getSimpleName(), any -> new ArrayList<>())
                        .addAll(found);
                return null;
            }
            return found.stream().allMatch(setting -> isImplied(setting.name())) ? null : statement;
        }
        return statement;
    }

    private Expression without(Expression chain, List<Setting> found) {
        if (!(chain instanceof J.MethodInvocation call) || call.getSelect() == null) {
            return chain;
        }
        Expression select = without(call.getSelect(), found);
        if (isSetting(call)) {
            found.addAll(settings(call));
            return select;
        }
        return call.withSelect(select);
    }

    private boolean isSetting(J.MethodInvocation call) {
        String name = call.getSimpleName();
        if (call.getArguments().size() != 1) {
            return false;
        } else if (vendor().generation() == Generation.ASYNC) {
            return name.equals("requestConfiguration");
        } else if (isCommon(call.getSelect())) {
            return SetterChains.isSetter(call) && !OPERATION.contains(name);
        }
        JavaType.Method method = call.getMethodType();
        VendorClass type = requestOf(call);
        return SetterChains.isSetter(call)
                && type != null
                && type.role() == Role.REQUEST
                && method != null
                && vendor().classOf(method.getDeclaringType()) == null
                && type.propertyOf(name, "set") == null;
    }

    /** The class of what a chain begins with; setters of the first generation return nothing. */
    private @Nullable VendorClass requestOf(J.MethodInvocation call) {
        Expression at = call;
        while (at instanceof J.MethodInvocation setter && setter.getSelect() != null) {
            at = setter.getSelect();
        }
        return vendor().classOf(at.getType());
    }

    private static List<Setting> settings(J.MethodInvocation call) {
        return call.getSimpleName().equals("requestConfiguration")
                ? new Settings(call.getArguments().get(0)).all()
                : List.of(Settings.of(call));
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext context) {
        J visited = super.visitMethodInvocation(call, context);
        boolean isCall = vendor().operation(call) != null
                || isCommon(call.getArguments().get(0)) && vendor().isClientCalled(call);
        if (!isCall || !(visited instanceof J.MethodInvocation changed) || changed.getSelect() == null) {
            return visited;
        }
        Expression request = changed.getArguments().get(0);
        List<Setting> made = new ArrayList<>();
        Expression plain = without(request, made);
        Map<String, List<Setting>> settings = getCursor().getNearestMessage(SETTINGS);
        if (settings != null && request instanceof J.Identifier variable) {
            made.addAll(settings.getOrDefault(variable.getSimpleName(), List.of()));
        }
        if (made.isEmpty()) {
            return visited;
        }
        List<Expression> arguments = new ArrayList<>(changed.getArguments());
        arguments.set(0, plain);
        return with(changed.withArguments(arguments), made);
    }

    private J.MethodInvocation with(J.MethodInvocation call, List<Setting> made) {
        Expression client = call.getSelect();
        var settings = new Settings(call, made);
        Expression options = Snippets.expression("options");
        for (Setting setting : made) {
            Setting onOneLine = new Setting(setting.name(), setting.value(), Space.EMPTY);
            boolean isOwnHost = setting.name().equals("endpoint") && Settings.isOwnHost(setting.value());
            Expression set = isOwnHost ? options : settings.made(options, onOneLine, this);
            if (set != null) {
                options = set;
            } else if (!isImplied(setting.name())) {
                options = Notes.add(
                        options, setting.name() + " of the request was left out: look for it in docs/configuration.md");
            }
        }
        if (client == null) {
            return call;
        } else if (options instanceof J.Identifier) {
            return call.withMarkers(options.getMarkers());
        }
        return call.withSelect(
                Snippets.expression("$0.withOptions(options -> $1)", client.withPrefix(Space.EMPTY), options)
                        .withPrefix(client.getPrefix()));
    }

    /** Whether a setting says what every request says, or what nobody needs to say here. */
    static boolean isImplied(String name) {
        String plain = name.startsWith("sys") ? Character.toLowerCase(name.charAt(3)) + name.substring(4) : name;
        return IMPLIED.contains(plain);
    }
}

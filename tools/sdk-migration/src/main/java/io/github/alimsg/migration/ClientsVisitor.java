package io.github.alimsg.migration;

import io.github.alimsg.migration.Settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/** Clients, what configures them, and the names of their methods. */
final class ClientsVisitor extends VendorVisitor {
    private static final String CREDENTIALS = "io.github.alimsg.core.credentials.";
    private static final String KEYS = "keys are one setting: credentials(CredentialsProviders.fixed(id, secret))";
    private static final String LEFT_OUT = " was left out: look for it in docs/configuration.md";
    private static final String PROFILE = "profile";

    /** The synchronous generation's configuration, and the first one's, whose counterpart is the client's builder. */
    private static final Set<String> CONFIGURATIONS = Set.of(
            "com.aliyun.teaopenapi.models.Config",
            "com.aliyuncs.profile.DefaultProfile",
            "com.aliyuncs.profile.IClientProfile");

    private static final Map<String, String> TYPES = Map.of(
            "com.aliyun.auth.credentials.provider.StaticCredentialProvider", CREDENTIALS + "CredentialsProvider",
            "com.aliyun.auth.credentials.provider.ICredentialProvider", CREDENTIALS + "CredentialsProvider");

    private final Keys keys = new Keys(this);

    ClientsVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        J.Block joined = SetterChains.join(block, ClientsVisitor::isConfiguration);
        for (Statement statement : joined.getStatements()) {
            if (statement instanceof J.VariableDeclarations declaration
                    && isConfiguration(declaration.getType())
                    && vendor().generation() == Generation.FIRST) {
                getCursor()
                        .putMessage(PROFILE, declaration.getVariables().get(0).getSimpleName());
            }
        }
        return super.visitBlock(joined, context);
    }

    private static boolean isConfiguration(@Nullable JavaType type) {
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known != null && CONFIGURATIONS.contains(known.getFullyQualifiedName());
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, ExecutionContext context) {
        JavaType.FullyQualified type =
                identifier.getFieldType() == null ? TypeUtils.asFullyQualified(identifier.getType()) : null;
        if (type != null && type.getClassName().equals(identifier.getSimpleName())) {
            String ours = TYPES.get(type.getFullyQualifiedName());
            if (isConfiguration(type)) {
                return Snippets.type(named(vendor().mapping().client()) + ".Builder")
                        .withPrefix(identifier.getPrefix());
            } else if (ours != null) {
                return Snippets.type(named(ours)).withPrefix(identifier.getPrefix());
            }
        }
        return super.visitIdentifier(identifier, context);
    }

    @Override
    public J visitImport(J.Import imported, ExecutionContext context) {
        return imported;
    }

    @Override
    public J visitNewClass(J.NewClass made, ExecutionContext context) {
        if (vendor().isClient(made.getType()) && made.getArguments().size() == 1) {
            J config = visit(made.getArguments().get(0), context);
            return config instanceof Expression builder
                    ? Snippets.expression("$0.build()", builder.withPrefix(Space.EMPTY))
                            .withPrefix(made.getPrefix())
                    : made;
        }
        return isConfiguration(made.getType()) ? settings(made, context) : super.visitNewClass(made, context);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext context) {
        Expression select = call.getSelect();
        JavaType.Method method = call.getMethodType();
        String of = method == null ? "" : method.getDeclaringType().getFullyQualifiedName();
        if (SetterChains.isSetter(call)
                && (select != null && isConfiguration(select.getType()) || CONFIGURATIONS.contains(of))) {
            return settings(call, context);
        } else if (call.getSimpleName().equals("build") && select != null && isClientBuilder(select)) {
            return call.withSelect(settings(select, context).withPrefix(Space.EMPTY))
                    .withMethodType(null);
        } else if (call.getSimpleName().equals("getProfile") && CONFIGURATIONS.contains(of)) {
            return profile(call, context);
        } else if (call.getSimpleName().equals("addEndpoint") && CONFIGURATIONS.contains(of)) {
            return endpoint(call);
        } else if (call.getSimpleName().equals("create") && TYPES.containsKey(of)) {
            Expression provider = keys.of(call.getArguments().get(0));
            return provider == null
                    ? Notes.add(call, "CredentialsProviders has what takes the place of this provider")
                    : provider.withPrefix(call.getPrefix());
        }
        J visited = super.visitMethodInvocation(call, context);
        String operation = vendor().operation(call);
        if (!(visited instanceof J.MethodInvocation changed)) {
            return visited;
        } else if (operation != null) {
            return BuilderCalls.renamed(changed, operation);
        }
        return vendor().isClientCalled(call) ? otherMethod(changed) : visited;
    }

    private J otherMethod(J.MethodInvocation call) {
        return switch (call.getSimpleName()) {
            case "shutdown" -> call.withName(call.getName().withSimpleName("close"));
            case "getAcsResponse", "doAction" ->
                Notes.add(call, "this client calls one service only; here it needs a method such as sendSms(request)");
            default -> call;
        };
    }

    private boolean isClientBuilder(Expression chain) {
        return new Settings(chain).root() instanceof J.MethodInvocation root
                && root.getSimpleName().equals("builder")
                && vendor().isClientCalled(root);
    }

    private Expression builder() {
        return Snippets.expression(
                "$0.builder()", Snippets.name(named(vendor().mapping().client())));
    }

    private Expression settings(Expression chain, ExecutionContext context) {
        var settings = new Settings(chain);
        boolean isNew = settings.root() instanceof J.NewClass || isClientBuilder(chain);
        return made(isNew ? builder() : settings.root().withPrefix(Space.EMPTY), settings, context)
                .withPrefix(chain.getPrefix());
    }

    private Expression made(Expression object, Settings settings, ExecutionContext context) {
        Expression built = object;
        for (Setting setting : settings.all()) {
            Expression value = setting.value();
            Expression made = settings.made(built, setting, this);
            if (made != null) {
                built = made;
                continue;
            }
            switch (setting.name()) {
                case "accessKeyId" -> {
                    Expression provider = keys.of(settings);
                    built = provider == null ? Notes.add(built, KEYS) : setting.on(built, "credentials($1)", provider);
                }
                case "accessKeySecret", "securityToken" -> {
                    if (settings.value("accessKeyId") == null) {
                        built = Notes.add(built, KEYS);
                    }
                }
                case "credentialsProvider" ->
                    built = visit(value, context) instanceof Expression provider
                            ? setting.on(built, "credentials($1)", provider)
                            : built;
                case "overrideConfiguration" -> {
                    var inner = new Settings(value);
                    built = inner.root() instanceof J.Identifier
                            ? Notes.add(built, setting.name() + LEFT_OUT)
                            : made(built, onLineOf(setting, inner), context);
                }
                case "type", "serviceConfiguration" -> {}
                default -> built = Notes.add(built, setting.name() + LEFT_OUT);
            }
        }
        return built;
    }

    /** Settings of an inner object, each where the object was set. */
    private static Settings onLineOf(Setting outer, Settings inner) {
        List<Setting> all = new ArrayList<>();
        inner.all().forEach(setting -> all.add(new Setting(setting.name(), setting.value(), outer.before())));
        return new Settings(inner.root(), all);
    }

    /** {@code DefaultProfile.getProfile(region, id, secret)}, with or without a token. */
    private Expression profile(J.MethodInvocation call, ExecutionContext context) {
        List<Expression> arguments = call.getArguments();
        if (arguments.size() < 3) {
            return Notes.add(builder().withPrefix(call.getPrefix()), "the keys come from the default chain now");
        }
        Expression token = arguments.size() > 3 ? arguments.get(3) : null;
        Setting region = new Setting("regionId", arguments.get(0), Space.EMPTY);
        var settings = new Settings(call, List.of(region));
        return region.on(
                        made(builder(), settings, context),
                        "credentials($1)",
                        keys.of(arguments.get(1), arguments.get(2), token))
                .withPrefix(call.getPrefix());
    }

    private boolean isOwnProduct(Expression name) {
        return name instanceof J.Literal literal
                && literal.getValue() instanceof String text
                && vendor().mapping().product().startsWith(text.toLowerCase(Locale.ROOT));
    }

    /** {@code DefaultProfile.addEndpoint(…)}, which is for all clients of a process; the last text is the host. */
    private J endpoint(J.MethodInvocation call) {
        List<Expression> arguments = call.getArguments();
        int last = arguments.size() == 3 ? 2 : 3;
        if (!isOwnProduct(arguments.get(last - 1))) {
            return call;
        }
        Expression host = arguments.get(last);
        String profile = getCursor().getNearestMessage(PROFILE);
        if (Settings.isOwnHost(host)) {
            return Removed.mark(call);
        } else if (profile == null) {
            return Notes.add(call, "the endpoint belongs to the client's builder: endpoint(…)");
        }
        return new Setting("endpoint", host, Space.EMPTY)
                .on(Snippets.name(profile), "endpoint($1)", host)
                .withPrefix(call.getPrefix());
    }
}

package io.github.alimsg.migration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;

/** The synchronous SDK's {@code Config} and {@code Client}: a builder, and what it builds. */
final class ClientsVisitor extends VendorVisitor {
    static final String CONFIG = "com.aliyun.teaopenapi.models.Config";
    private static final String PROVIDERS = "io.github.alimsg.core.credentials.CredentialsProviders";

    ClientsVisitor(Vendor vendor) {
        super(vendor);
    }

    @Override
    public J visitBlock(J.Block block, ExecutionContext context) {
        return super.visitBlock(SetterChains.join(block, type -> Vendor.is(type, CONFIG)), context);
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, ExecutionContext context) {
        boolean isType = identifier.getFieldType() == null
                && identifier.getSimpleName().equals("Config")
                && Vendor.is(identifier.getType(), CONFIG);
        return isType
                ? Snippets.type(named(client()) + ".Builder").withPrefix(identifier.getPrefix())
                : super.visitIdentifier(identifier, context);
    }

    @Override
    public J visitImport(J.Import imported, ExecutionContext context) {
        return imported;
    }

    @Override
    public J visitNewClass(J.NewClass made, ExecutionContext context) {
        Mapping client = vendor().client(made.getType());
        if (client != null && made.getArguments().size() == 1) {
            J config = visit(made.getArguments().get(0), context);
            return config instanceof Expression builder
                    ? Snippets.expression("$0.build()", builder.withPrefix(Space.EMPTY))
                            .withPrefix(made.getPrefix())
                    : made;
        }
        return Vendor.is(made.getType(), CONFIG) ? settings(made) : super.visitNewClass(made, context);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation call, ExecutionContext context) {
        Expression select = call.getSelect();
        JavaType.Method method = call.getMethodType();
        boolean ofConfig = SetterChains.isSetter(call)
                && (select != null && Vendor.is(select.getType(), CONFIG)
                        || method != null && Vendor.is(method.getDeclaringType(), CONFIG));
        if (ofConfig) {
            return settings(call);
        }
        J visited = super.visitMethodInvocation(call, context);
        Mapping client = vendor().clientCalled(call);
        String name = client == null ? null : client.method(call.getSimpleName());
        return name != null && visited instanceof J.MethodInvocation changed
                ? changed.withName(changed.getName().withSimpleName(name))
                : visited;
    }

    /** The client whose builder a configuration is: the only one, or the one that the source makes. */
    private String client() {
        J.CompilationUnit unit = getCursor().firstEnclosing(J.CompilationUnit.class);
        for (Mapping mapping : vendor().mappings()) {
            String name = mapping.generation().client(mapping.product());
            if (unit != null && unit.getTypesInUse().getTypesInUse().stream().anyMatch(type -> Vendor.is(type, name))) {
                return mapping.client();
            }
        }
        return vendor().mappings().get(0).client();
    }

    private Expression settings(Expression chain) {
        var settings = new Settings(chain);
        Expression built = settings.root() instanceof J.NewClass
                ? Snippets.expression("$0.builder()", Snippets.name(named(client())))
                : settings.root().withPrefix(Space.EMPTY);
        for (Settings.Setting setting : settings.all()) {
            Expression value = setting.value();
            switch (setting.name()) {
                case "accessKeyId" -> built = keys(built, settings, setting);
                case "accessKeySecret", "securityToken" -> {
                    if (settings.value("accessKeyId") == null) {
                        built = Notes.add(
                                built, "keys are one setting: credentials(CredentialsProviders.fixed(id, secret))");
                    }
                }
                case "endpoint" ->
                    built = isHttp(settings.value("protocol"))
                            ? setting.on(built, "endpoint(\"http://\" + $1)", value)
                            : setting.on(built, "endpoint($1)", value);
                case "protocol" -> {
                    if (isHttp(value) && settings.value("endpoint") == null) {
                        built = Notes.add(built, "plain http is for tests: endpoint(\"http://127.0.0.1:8025\")");
                    }
                }
                case "regionId" -> built = setting.on(built, "region($1)", value);
                case "readTimeout", "connectTimeout" -> {
                    needs("java.time.Duration");
                    built = setting.on(built, setting.name() + "(Duration.ofMillis($1))", value);
                }
                case "type" -> {}
                default ->
                    built = Notes.add(built, setting.name() + " was left out: look for it in docs/configuration.md");
            }
        }
        return built.withPrefix(chain.getPrefix());
    }

    private Expression keys(Expression built, Settings settings, Settings.Setting id) {
        Expression secret = settings.value("accessKeySecret");
        if (secret == null) {
            return Notes.add(built, "keys are one setting: credentials(CredentialsProviders.fixed(id, secret))");
        }
        needs(PROVIDERS);
        Expression token = settings.value("securityToken");
        if (token == null) {
            return id.on(built, "credentials(CredentialsProviders.fixed($1, $2))", id.value(), secret);
        }
        needs("io.github.alimsg.core.credentials.Credentials");
        return Notes.add(
                id.on(
                        built,
                        "credentials(CredentialsProviders.fixed(Credentials.temporary($1, $2, $3, null)))",
                        id.value(),
                        secret,
                        token),
                "temporary keys expire: a CredentialsProvider can renew them");
    }

    private static boolean isHttp(@Nullable Expression protocol) {
        return protocol instanceof J.Literal literal
                && literal.getValue() instanceof String text
                && text.toLowerCase(Locale.ROOT).equals("http");
    }
}

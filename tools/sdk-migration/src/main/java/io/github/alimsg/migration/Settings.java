package io.github.alimsg.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;

/** The settings that are made on one object, in order, and what they are here. */
final class Settings {
    /** What generations and classes call differently. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("endpointOverride", "endpoint"),
            Map.entry("sysEndpoint", "endpoint"),
            Map.entry("sysDomain", "endpoint"),
            Map.entry("domain", "endpoint"),
            Map.entry("region", "regionId"),
            Map.entry("sysRegionId", "regionId"),
            Map.entry("sysProtocol", "protocol"),
            Map.entry("responseTimeout", "readTimeout"),
            Map.entry("sysReadTimeout", "readTimeout"),
            Map.entry("sysConnectTimeout", "connectTimeout"));

    private static final String OWN_HOST = ".aliyuncs.com";

    /**
     * A setting.
     *
     * @param name the setting
     * @param value its value
     * @param before white space before the dot
     */
    record Setting(String name, Expression value, Space before) {
        /** A call on an expression, {@code $1} and so on in which are the values. */
        Expression on(Expression object, String call, Expression... values) {
            Expression[] parts = new Expression[values.length + 1];
            parts[0] = object;
            for (int i = 0; i < values.length; i++) {
                parts[i + 1] = values[i].withPrefix(Space.EMPTY);
            }
            J.MethodInvocation made = (J.MethodInvocation) Snippets.expression("$0." + call, parts);
            JRightPadded<Expression> select = made.getPadding().getSelect();
            return select == null ? made : made.getPadding().withSelect(select.withAfter(before));
        }
    }

    private final List<Setting> all = new ArrayList<>();
    private final Expression root;

    /** Those of a chain. */
    Settings(Expression chain) {
        Expression at = chain;
        while (at instanceof J.MethodInvocation call && isSetting(call) && call.getSelect() != null) {
            all.add(0, of(call));
            at = call.getSelect();
        }
        root = at;
    }

    /** Those of setters, or of a builder's methods. */
    Settings(Expression root, List<Setting> all) {
        this.root = root;
        this.all.addAll(all);
    }

    /** The setting that a call makes. */
    static Setting of(J.MethodInvocation call) {
        String name =
                SetterChains.isSetter(call) ? call.getSimpleName().substring("set".length()) : call.getSimpleName();
        String plain = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        JRightPadded<Expression> select = call.getPadding().getSelect();
        return new Setting(
                NAMES.getOrDefault(plain, plain),
                call.getArguments().get(0),
                select == null ? Space.EMPTY : select.getAfter());
    }

    private static boolean isSetting(J.MethodInvocation call) {
        JavaType.Method method = call.getMethodType();
        boolean isBuilders = method != null
                && method.getDeclaringType().getClassName().endsWith("Builder")
                && call.getArguments().size() == 1
                && !(call.getArguments().get(0) instanceof J.Empty);
        return isBuilders || SetterChains.isSetter(call);
    }

    /** What the settings are made on. */
    Expression root() {
        return root;
    }

    List<Setting> all() {
        return all;
    }

    @Nullable
    Expression value(String name) {
        for (Setting setting : all) {
            if (setting.name().equals(name)) {
                return setting.value();
            }
        }
        return null;
    }

    /**
     * Makes a setting that both the client's builder and the options of a single call have.
     *
     * @return the expression with it; null when it is another setting
     */
    @Nullable
    Expression made(Expression built, Setting setting, VendorVisitor visitor) {
        Expression value = setting.value();
        return switch (setting.name()) {
            case "endpoint" ->
                isHttp(value("protocol"))
                        ? setting.on(built, "endpoint(\"http://\" + $1)", value)
                        : setting.on(built, "endpoint($1)", value);
            case "protocol" ->
                isHttp(value) && value("endpoint") == null
                        ? Notes.add(built, "plain http is for tests: endpoint(\"http://127.0.0.1:8025\")")
                        : built;
            case "regionId" -> isText(value, "default") ? built : setting.on(built, "region($1)", value);
            case "readTimeout", "connectTimeout" -> {
                if (Vendor.is(value.getType(), "java.time.Duration")) {
                    yield setting.on(built, setting.name() + "($1)", value);
                }
                visitor.needs("java.time.Duration");
                yield setting.on(built, setting.name() + "(Duration.ofMillis($1))", value);
            }
            default -> null;
        };
    }

    /** Whether a host is the one that a client calls without being told. */
    static boolean isOwnHost(Expression value) {
        return value instanceof J.Literal literal
                && literal.getValue() instanceof String host
                && host.endsWith(OWN_HOST)
                && host.indexOf('.') == host.length() - OWN_HOST.length();
    }

    private static boolean isText(Expression value, String text) {
        return value instanceof J.Literal literal && text.equals(literal.getValue());
    }

    /** {@code "http"}, or the constant of the first generation. */
    private static boolean isHttp(@Nullable Expression protocol) {
        if (protocol instanceof J.Literal literal) {
            return literal.getValue() instanceof String text
                    && text.toLowerCase(Locale.ROOT).equals("http");
        }
        return protocol instanceof J.FieldAccess constant
                && constant.getSimpleName().equals("HTTP")
                && TypeUtils.isOfClassType(constant.getType(), "com.aliyuncs.http.ProtocolType");
    }
}

package io.github.alimsg.migration;

import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Values where the vendor's type of a field is another than ours. */
final class Conversions {
    private final VendorVisitor visitor;

    Conversions(VendorVisitor visitor) {
        this.visitor = visitor;
    }

    /** A value for a setter of ours, from one of a type that the vendor's takes. */
    Expression sent(Expression value, @Nullable JavaType type, Property property) {
        String from = simpleName(type);
        String template = switch (property.type()) {
            case "integer" ->
                switch (from) {
                    case "Long" -> value instanceof J.Literal ? "" : "Math.toIntExact($0)";
                    case "String" -> "Integer.parseInt($0)";
                    default -> "";
                };
            case "long" -> from.equals("String") ? "Long.parseLong($0)" : "";
            case "yes_no" -> from.equals("String") ? "\"Y\".equals($0)" : "";
            case "boolean" -> from.equals("String") ? "Boolean.parseBoolean($0)" : "";
            case "rate", "double" -> from.equals("String") ? "Double.parseDouble($0)" : "";
            case "text" -> isNumber(from) || from.equals("Boolean") ? "String.valueOf($0)" : "";
            case "basic_date" -> from.equals("String") ? "LocalDate.parse($0, DateTimeFormatter.BASIC_ISO_DATE)" : "";
            case "date" -> from.equals("String") ? "LocalDate.parse($0)" : "";
            case "millis" ->
                from.equals("String") ? "Instant.ofEpochMilli(Long.parseLong($0))" : "Instant.ofEpochMilli($0)";
            case "seconds" ->
                from.equals("String") ? "Instant.ofEpochSecond(Long.parseLong($0))" : "Instant.ofEpochSecond($0)";
            default -> openSent(property, from);
        };
        if (template.isEmpty()) {
            return property.is("integer") ? asInt(value) : value;
        }
        return apply(template, value).withPrefix(value.getPrefix());
    }

    private static String openSent(Property property, String from) {
        if (property.type().startsWith("open number ")) {
            return from.equals("String") ? "Long.parseLong($0)" : "";
        }
        return property.isOpen() && isNumber(from) ? "String.valueOf($0)" : "";
    }

    private static Expression asInt(Expression value) {
        return value instanceof J.Literal literal && literal.getValue() instanceof Long number
                ? literal.withValue(number.intValue())
                        .withValueSource(Long.toString(number))
                        .withType(JavaType.Primitive.Int)
                : value;
    }

    /**
     * What the vendor's getter returned, from what ours returns; null when no expression says it.
     *
     * @param from the type that the vendor's getter returns
     * @param inText whether the value becomes a part of a text, so that any type will do
     */
    @Nullable
    Expression read(Expression value, Property property, @Nullable JavaType from, boolean inText) {
        String wanted = simpleName(from);
        if (wanted.equals("String")) {
            return readText(value, property, inText);
        }
        String template = switch (property.type()) {
            case "seconds" -> "Optional.ofNullable($0).map(Instant::getEpochSecond).orElse(null)";
            case "millis" -> "Optional.ofNullable($0).map(Instant::toEpochMilli).orElse(null)";
            case "long" -> wanted.equals("Integer") ? "Optional.ofNullable($0).map(Long::intValue).orElse(null)" : "";
            case "integer" ->
                wanted.equals("Long") ? "Optional.ofNullable($0).map(Integer::longValue).orElse(null)" : "";
            case "text" -> isNumber(wanted) ? "Optional.ofNullable($0).map(" + wanted + "::valueOf).orElse(null)" : "";
            default ->
                property.isOpen() && isNumber(wanted)
                        ? "Optional.ofNullable($0).map(value -> " + wanted + ".valueOf(value.value())).orElse(null)"
                        : "";
        };
        return template.isEmpty() || inText && property.isOpen() ? value : apply(template, value);
    }

    private @Nullable Expression readText(Expression value, Property property, boolean inText) {
        return switch (property.type()) {
            case "text" -> value;
            case "basic_date" ->
                apply("Optional.ofNullable($0).map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse(null)", value);
            case "seconds" ->
                apply("Optional.ofNullable($0).map(time -> Long.toString(time.getEpochSecond())).orElse(null)", value);
            case "millis" ->
                apply("Optional.ofNullable($0).map(time -> Long.toString(time.toEpochMilli())).orElse(null)", value);
            case "yes_no" -> apply("Optional.ofNullable($0).map(flag -> flag ? \"Y\" : \"N\").orElse(null)", value);
            case "long", "integer", "boolean", "double", "decimal", "rate", "date" ->
                inText ? value : apply("Objects.toString($0, null)", value);
            default -> property.isOpen() ? inText ? value : apply("Objects.toString($0, null)", value) : null;
        };
    }

    private Expression apply(String template, Expression value) {
        importFor(template, "LocalDate.", "java.time.LocalDate");
        importFor(template, "Instant", "java.time.Instant");
        importFor(template, "DateTimeFormatter", "java.time.format.DateTimeFormatter");
        importFor(template, "Optional", "java.util.Optional");
        importFor(template, "Objects", "java.util.Objects");
        return Snippets.expression(template, value);
    }

    private void importFor(String template, String used, String name) {
        if (template.contains(used)) {
            visitor.needs(name);
        }
    }

    private static boolean isNumber(String name) {
        return name.equals("Long") || name.equals("Integer");
    }

    /** The simple name of a type, of primitive ones that of their box. */
    private static String simpleName(@Nullable JavaType type) {
        if (type instanceof JavaType.Primitive primitive) {
            return switch (primitive) {
                case Int -> "Integer";
                case Long -> "Long";
                case Boolean -> "Boolean";
                case Double -> "Double";
                case String -> "String";
                default -> "";
            };
        }
        JavaType.FullyQualified known = TypeUtils.asFullyQualified(type);
        return known == null ? "" : known.getClassName();
    }
}

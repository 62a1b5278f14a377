package io.github.alimsg.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.alimsg.core.OpenValue;
import io.github.alimsg.it.contract.Shape.Field;
import io.github.alimsg.it.contract.Shape.Kind;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Models from what stands on the wire, and back: by public builders and accessors alone. */
final class JavaObjects {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JavaObjects() {}

    /** Which setters to call, where there are several for a field. */
    enum Setters {
        /** Those that take the field's own type. */
        TYPED,
        /** The others: texts for open values and JSON, single items, objects built in place. */
        CONVENIENT
    }

    static Object build(Class<?> type, List<Field> fields, ObjectNode wire, Setters setters) {
        Object builder = Reflection.builder(type);
        fill(builder, type, fields, wire, setters);
        return Reflection.build(builder);
    }

    /** Sets the fields that stand on the wire. */
    static void fill(Object builder, Class<?> type, List<Field> fields, ObjectNode wire, Setters setters) {
        for (Field field : fields) {
            JsonNode value = field.heldBy(wire);
            if (value == null) {
                continue;
            }
            Method accessor = Reflection.accessor(type, field);
            boolean set = setters == Setters.CONVENIENT && setConveniently(builder, accessor, field.held(), value);
            if (!set) {
                Method setter =
                        Reflection.method(builder.getClass(), accessor.getName(), setterType(field.held(), accessor));
                Reflection.invoke(setter, builder, java(field.held(), value, accessor.getGenericReturnType(), setters));
            }
        }
    }

    private static boolean setConveniently(Object builder, Method accessor, Shape shape, JsonNode wire) {
        Class<?> type = builder.getClass();
        String name = accessor.getName();
        if (shape instanceof Shape.Open open && open.number()) {
            Reflection.invoke(Reflection.method(type, name, long.class), builder, wire.asLong());
            return true;
        }
        if (shape instanceof Shape.Open || shape instanceof Shape.JsonText) {
            Reflection.invoke(Reflection.method(type, name, String.class), builder, wire.asText());
            return true;
        }
        if (shape instanceof Shape.Struct struct) {
            Class<?> nested = accessor.getReturnType();
            Consumer<Object> filling =
                    inner -> fill(inner, nested, struct.fields(), (ObjectNode) wire, Setters.CONVENIENT);
            Reflection.invoke(Reflection.method(type, name, Consumer.class), builder, filling);
            return true;
        }
        if (!(shape instanceof Shape.Items items)
                || items.item() instanceof Shape.Items
                || items.item() instanceof Shape.Members) {
            return false;
        }
        Type itemType = Reflection.argument(accessor.getGenericReturnType(), 0);
        if (items.item() instanceof Shape.Struct struct) {
            Method adder = Reflection.adder(type, name, Reflection.raw(itemType));
            for (JsonNode item : wire) {
                Consumer<Object> filling = inner ->
                        fill(inner, Reflection.raw(itemType), struct.fields(), (ObjectNode) item, Setters.CONVENIENT);
                Reflection.invoke(adder, builder, filling);
            }
            return true;
        }
        Object array = Array.newInstance(Reflection.raw(itemType), wire.size());
        for (int i = 0; i < wire.size(); i++) {
            Array.set(array, i, java(items.item(), wire.get(i), itemType, Setters.CONVENIENT));
        }
        Reflection.invoke(Reflection.method(type, name, array.getClass()), builder, array);
        return true;
    }

    private static Class<?> setterType(Shape shape, Method accessor) {
        if (shape instanceof Shape.Single single) {
            return switch (single.kind()) {
                case TEXT -> String.class;
                case INTEGER -> int.class;
                case LONG -> long.class;
                case BOOLEAN, YES_NO -> boolean.class;
                case DOUBLE, RATE -> double.class;
                case DECIMAL -> BigDecimal.class;
                case MILLISECONDS, SECONDS, MOMENT -> Instant.class;
                case DATE, BASIC_DATE -> LocalDate.class;
            };
        }
        if (shape instanceof Shape.Items) {
            return List.class;
        }
        if (shape instanceof Shape.JsonText json) {
            return json.list() ? List.class : Map.class;
        }
        if (shape instanceof Shape.Members) {
            return Map.class;
        }
        return shape instanceof Shape.Any ? Object.class : accessor.getReturnType();
    }

    /** {@return the wire's value as the models have it} */
    private static Object java(Shape shape, JsonNode wire, Type type, Setters setters) {
        if (shape instanceof Shape.Single single) {
            return java(single.kind(), wire.asText());
        }
        if (shape instanceof Shape.Open open) {
            expectName(open.type(), Reflection.raw(type));
            return Reflection.invoke(Reflection.method(Reflection.raw(type), "of", String.class), null, wire.asText());
        }
        if (shape instanceof Shape.Struct struct) {
            Class<?> nested = Reflection.raw(type);
            if (struct.type() != null) {
                expectName(struct.type(), nested);
            }
            return build(nested, struct.fields(), (ObjectNode) wire, setters);
        }
        if (shape instanceof Shape.Items items) {
            List<Object> list = new ArrayList<>();
            wire.forEach(item -> list.add(java(items.item(), item, Reflection.argument(type, 0), setters)));
            return list;
        }
        if (shape instanceof Shape.Members members) {
            Map<String, Object> map = new LinkedHashMap<>();
            wire.properties()
                    .forEach(entry -> map.put(
                            entry.getKey(),
                            java(members.value(), entry.getValue(), Reflection.argument(type, 1), setters)));
            return map;
        }
        JsonNode any = shape instanceof Shape.JsonText ? Json.parse(wire.asText()) : wire;
        Object plain = plain(any);
        if (plain == null) {
            throw new IllegalArgumentException("samples are not null");
        }
        return plain;
    }

    private static Object java(Kind kind, String text) {
        return switch (kind) {
            case TEXT -> text;
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DOUBLE, RATE -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case MILLISECONDS -> Instant.ofEpochMilli(Long.parseLong(text));
            case SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
            case MOMENT -> Instant.parse(text);
            case DATE -> LocalDate.parse(text);
            case BASIC_DATE -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            case YES_NO -> text.equals("Y");
        };
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isTextual()
                ? node.textValue()
                : node.isIntegralNumber() ? (Object) node.longValue() : node.decimalValue();
    }

    /** {@return what a model's accessors say, as it would stand on the wire; what is absent is left out} */
    static ObjectNode wire(List<Field> fields, Object model) {
        ObjectNode object = NODES.objectNode();
        for (Field field : fields) {
            Object value = Reflection.invokeForAny(Reflection.accessor(model.getClass(), field), model);
            if (value != null && !isAbsent(value)) {
                field.put(object, wire(field.held(), value));
            }
        }
        return object;
    }

    /** {@return whether an accessor has nothing to tell} */
    static boolean isAbsent(@Nullable Object value) {
        return value == null
                || value instanceof Collection<?> items && items.isEmpty()
                || value instanceof Map<?, ?> members && members.isEmpty();
    }

    /** {@return a value of a model as it would stand on the wire} Fails where its class is another than it should be. */
    static JsonNode wire(Shape shape, Object value) {
        if (shape instanceof Shape.Single single) {
            return wire(single, value);
        }
        if (shape instanceof Shape.Open open) {
            expectName(open.type(), value.getClass());
            String text = ((OpenValue) value).value();
            return open.number() ? Json.parse(text) : TextNode.valueOf(text);
        }
        if (shape instanceof Shape.Struct struct) {
            if (struct.type() != null) {
                expectName(struct.type(), value.getClass());
            }
            return wire(struct.fields(), value);
        }
        if (shape instanceof Shape.Items items) {
            ArrayNode list = NODES.arrayNode();
            ((List<?>) value).forEach(item -> list.add(wire(items.item(), item)));
            return list;
        }
        if (shape instanceof Shape.Members members) {
            ObjectNode object = NODES.objectNode();
            ((Map<?, ?>) value).forEach((name, member) -> object.set((String) name, wire(members.value(), member)));
            return object;
        }
        return shape instanceof Shape.JsonText json
                ? TextNode.valueOf(anything(json.list() ? (List<?>) value : (Map<?, ?>) value)
                        .toString())
                : anything(value);
    }

    private static JsonNode wire(Shape.Single single, Object value) {
        String text = switch (single.kind()) {
            case TEXT -> (String) value;
            case INTEGER -> ((Integer) value).toString();
            case LONG -> ((Long) value).toString();
            case BOOLEAN -> ((Boolean) value).toString();
            case DOUBLE, RATE -> BigDecimal.valueOf((Double) value).toPlainString();
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case MILLISECONDS -> Long.toString(((Instant) value).toEpochMilli());
            case SECONDS -> Long.toString(((Instant) value).getEpochSecond());
            case MOMENT -> ((Instant) value).toString();
            case DATE -> ((LocalDate) value).toString();
            case BASIC_DATE -> DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value);
            case YES_NO -> (Boolean) value ? "Y" : "N";
        };
        return single.quoted() ? TextNode.valueOf(text) : Json.parse(text);
    }

    private static JsonNode anything(@Nullable Object value) {
        if (value == null) {
            return NullNode.instance;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, member) -> object.set((String) name, anything(member)));
            return object;
        }
        if (value instanceof List<?> items) {
            ArrayNode list = NODES.arrayNode();
            items.forEach(item -> list.add(anything(item)));
            return list;
        }
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof Long number) {
            return LongNode.valueOf(number);
        }
        if (value instanceof BigDecimal number) {
            return DecimalNode.valueOf(number);
        }
        if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        throw new AssertionError(value.getClass().getName() + " is no plain value");
    }

    private static void expectName(String expected, Class<?> type) {
        if (!type.getSimpleName().equals(expected)) {
            throw new AssertionError(type.getName() + " should be called " + expected);
        }
    }
}

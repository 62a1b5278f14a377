package io.github.alimsg.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.alimsg.it.contract.Shape.Field;
import io.github.alimsg.it.contract.Shape.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes up what stands on the wire. No two values are alike, truth values aside, and every one can be recognised. */
final class Samples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long FIRST_MILLISECOND = 1_756_742_399_001L;
    private static final long FIRST_SECOND = 1_656_742_399L;

    private final Predicate<Field> chosen;
    private final boolean spacedJson;
    private int count;

    private Samples(Predicate<Field> chosen, boolean spacedJson) {
        this.chosen = chosen;
        this.spacedJson = spacedJson;
    }

    /** {@return samples with every field} */
    static Samples full() {
        return new Samples(field -> true, false);
    }

    /** {@return samples with every field, where JSON inside texts has spaces that no program would write} */
    static Samples withSpacedJson() {
        return new Samples(field -> true, true);
    }

    /** {@return samples with required fields only, at every depth} */
    static Samples required() {
        return new Samples(Field::required, false);
    }

    ObjectNode object(List<Field> fields) {
        ObjectNode object = NODES.objectNode();
        for (Field field : fields) {
            if (chosen.test(field)) {
                object.set(field.name(), value(field.shape(), field.name()));
            }
        }
        return object;
    }

    JsonNode value(Shape shape, String name) {
        if (shape instanceof Shape.Struct struct) {
            return object(struct.fields());
        }
        if (shape instanceof Shape.Unwrapped unwrapped) {
            return object(List.of(unwrapped.only()));
        }
        if (shape instanceof Shape.Items items) {
            return NODES.arrayNode().add(value(items.item(), name)).add(value(items.item(), name));
        }
        if (shape instanceof Shape.Members members) {
            ObjectNode object = NODES.objectNode();
            object.set(text("first key"), value(members.value(), name));
            object.set(text("second key"), value(members.value(), name));
            return object;
        }
        if (shape instanceof Shape.JsonText json) {
            return jsonText(json.content());
        }
        if (shape instanceof Shape.Single single) {
            return single(single, name);
        }
        if (shape instanceof Shape.Open open && open.number()) {
            return LongNode.valueOf(1_000 + ++count);
        }
        return shape instanceof Shape.Any ? anything(name) : TextNode.valueOf(text(name));
    }

    /** Blanks, everything that URLs and JSON treat in their own way, and letters of two, three and four bytes. */
    private String text(String name) {
        return name + " ‹" + ++count + "› a&b+c*d~e=f%2Bg/h?i#j \"k\" \\ l\n\té 短信 🎉";
    }

    private JsonNode single(Shape.Single single, String name) {
        if (single.kind() == Kind.TEXT && single.quoted()) {
            return TextNode.valueOf(text(name));
        }
        if (single.kind() == Kind.BOOLEAN && !single.quoted()) {
            return BooleanNode.valueOf(++count % 2 == 0);
        }
        String word = word(single.kind());
        if (word != null) {
            return TextNode.valueOf(word);
        }
        JsonNode number = number(single.kind());
        return single.quoted() ? TextNode.valueOf(number.asText()) : number;
    }

    /** Text that Java has as another type; null for other kinds. */
    private @Nullable String word(Kind kind) {
        count++;
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(count);
        return switch (kind) {
            case BOOLEAN -> Boolean.toString(count % 2 == 0);
            case YES_NO -> count % 2 == 0 ? "Y" : "N";
            case DATE -> day.toString();
            case BASIC_DATE -> day.toString().replace("-", "");
            case MOMENT -> Instant.ofEpochMilli(FIRST_MILLISECOND + count).toString();
            case TEXT, INTEGER, LONG, DOUBLE, RATE, DECIMAL, MILLISECONDS, SECONDS -> null;
        };
    }

    private JsonNode number(Kind kind) {
        count++;
        boolean low = count % 2 == 0;
        return switch (kind) {
            case INTEGER -> LongNode.valueOf(low ? Integer.MIN_VALUE + count : Integer.MAX_VALUE - count);
            case LONG, TEXT -> LongNode.valueOf(low ? Long.MIN_VALUE + count : Long.MAX_VALUE - count);
            case MILLISECONDS -> LongNode.valueOf(FIRST_MILLISECOND + count);
            case SECONDS -> LongNode.valueOf(FIRST_SECOND + count);
            case RATE -> DecimalNode.valueOf(new BigDecimal("0.00012").add(BigDecimal.valueOf(count, 5)));
            case DOUBLE -> DecimalNode.valueOf(BigDecimal.valueOf(count).add(new BigDecimal("0.000125")));
            case DECIMAL ->
                DecimalNode.valueOf(new BigDecimal("12345678901234567890.123").add(BigDecimal.valueOf(count)));
            case BOOLEAN, YES_NO, DATE, BASIC_DATE, MOMENT -> throw new IllegalArgumentException("no number");
        };
    }

    private JsonNode jsonText(Shape.Content content) {
        JsonNode json = switch (content) {
            case TEXTS -> NODES.arrayNode().add(text("item")).add(text("item"));
            case MAP_OF_TEXTS -> mapOfTexts();
            case MAPS_OF_TEXTS -> NODES.arrayNode().add(mapOfTexts()).add(mapOfTexts());
            case OBJECTS -> NODES.arrayNode().add(anything("object")).add(mapOfTexts());
        };
        return TextNode.valueOf(spacedJson ? " " + json.toPrettyString() + "\n" : json.toString());
    }

    private ObjectNode mapOfTexts() {
        return NODES.objectNode().put(text("key"), text("value")).put(text("key"), text("value"));
    }

    private JsonNode anything(String name) {
        ObjectNode object = NODES.objectNode();
        object.put("text", text(name));
        object.put(text("key"), Long.MAX_VALUE - ++count);
        object.put("fraction", new BigDecimal("0.125").add(BigDecimal.valueOf(++count)));
        object.put("yes", true);
        object.putNull("nothing");
        ArrayNode list = object.putArray("list");
        list.add(text(name)).add(++count).addObject().put("deep", text(name));
        object.putObject("object").putArray("empty");
        return object;
    }
}

package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.it.contract.Shape.Field;
import io.github.alimsg.it.contract.Shape.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts under sensitive fields, and those under the others.
 *
 * @param hidden may not be printed; names in maps count as well
 * @param shown may be printed
 */
record Secrets(List<String> hidden, List<String> shown) {
    static Secrets of(List<Field> fields, JsonNode wire) {
        var secrets = new Secrets(new ArrayList<>(), new ArrayList<>());
        secrets.collect(fields, wire, false);
        return secrets;
    }

    private void collect(List<Field> fields, JsonNode wire, boolean secret) {
        for (Field field : fields) {
            if (wire.has(field.name())) {
                collect(field.shape(), wire.path(field.name()), secret || field.sensitive());
            }
        }
    }

    private void collect(Shape shape, JsonNode wire, boolean secret) {
        if (shape instanceof Shape.Struct struct) {
            collect(struct.fields(), wire, secret);
        } else if (shape instanceof Shape.Unwrapped unwrapped) {
            collect(List.of(unwrapped.only()), wire, secret);
        } else if (shape instanceof Shape.Items items) {
            wire.forEach(item -> collect(items.item(), item, secret));
        } else if (shape instanceof Shape.Members members) {
            wire.properties().forEach(member -> {
                add(member.getKey(), secret);
                collect(members.value(), member.getValue(), secret);
            });
        } else if (shape instanceof Shape.JsonText) {
            leaves(Json.parse(wire.asText()), secret);
        } else if (shape instanceof Shape.Single single && isMoment(single.kind())) {
            long number = wire.asLong();
            Instant moment =
                    single.kind() == Kind.SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            add(moment.toString(), secret);
        } else {
            leaves(wire, secret);
        }
    }

    private static boolean isMoment(Kind kind) {
        return kind == Kind.MILLISECONDS || kind == Kind.SECONDS;
    }

    private void leaves(JsonNode node, boolean secret) {
        node.properties().forEach(member -> {
            add(member.getKey(), secret);
            leaves(member.getValue(), secret);
        });
        if (node.isArray()) {
            node.forEach(item -> leaves(item, secret));
        } else if (node.isTextual() || node.isIntegralNumber()) {
            add(node.asText(), secret);
        }
    }

    /** Expects that objects under sensitive names print nothing of what is in them when they are printed alone. */
    static void expectSilence(List<Field> fields, Object model) {
        for (Field field : fields) {
            Object value = Reflection.invoke(Reflection.accessor(model.getClass(), field), model);
            boolean inside = field.shape() instanceof Shape.Unwrapped unwrapped
                    && unwrapped.only().sensitive();
            expectSilence(field.held(), field.sensitive() || inside, value);
        }
    }

    private static void expectSilence(Shape shape, boolean sensitive, Object value) {
        if (shape instanceof Shape.Items items) {
            ((List<?>) value).forEach(item -> expectSilence(items.item(), sensitive, item));
        } else if (shape instanceof Shape.Struct struct) {
            if (sensitive) {
                Secrets inside = Secrets.of(struct.fields(), JavaObjects.wire(struct.fields(), value));
                assertThat(inside.hidden).noneMatch(value.toString()::contains);
                assertThat(inside.shown).noneMatch(value.toString()::contains);
            }
            expectSilence(struct.fields(), value);
        }
    }

    /** Short texts, such as truth values and the names that samples of anything share, cannot be told apart. */
    private void add(String text, boolean secret) {
        if (text.length() > 8) {
            (secret ? hidden : shown).add(text);
        }
    }
}

package io.github.alimsg.testing.products;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the reply of an operation that sends names its messages. */
public interface MessageIds {
    /**
     * The fields of a reply that accepts every recipient.
     *
     * @param recipients whom the call sends to; null when the fake can't read it
     * @param stubbed the fields that a test says itself
     * @param newId makes ids
     */
    Map<String, ?> fields(Supplier<@Nullable List<String>> recipients, JsonNode stubbed, Supplier<String> newId);

    /** What a reply says, whoever wrote it. */
    Given in(JsonNode reply);

    /**
     * The ids in a reply.
     *
     * @param ids one for all, or one for each that is not refused; none when the reply does not say
     * @param isShared whether it is one for all
     * @param refused recipients that the reply refuses
     */
    record Given(List<String> ids, boolean isShared, List<String> refused) {
        /** The id of a message. */
        public @Nullable String of(int position) {
            int index = isShared ? 0 : position;
            return index < ids.size() ? ids.get(index) : null;
        }
    }

    /** One id in a field of the reply. */
    static MessageIds inField(String name) {
        return shared("/" + name, id -> Map.of(name, id));
    }

    /**
     * One id for all messages of a call.
     *
     * @param path where it is in the reply
     * @param fields the fields that have it
     */
    static MessageIds shared(String path, Function<String, Map<String, ?>> fields) {
        return new MessageIds() {
            @Override
            public Map<String, ?> fields(
                    Supplier<@Nullable List<String>> recipients, JsonNode stubbed, Supplier<String> newId) {
                return fields.apply(newId.get());
            }

            @Override
            public Given in(JsonNode reply) {
                String id = reply.at(path).asText();
                return new Given(id.isEmpty() ? List.of() : List.of(id), true, List.of());
            }
        };
    }

    /** The texts of a list that is written as JSON in a text. */
    static List<String> texts(JsonNode text) {
        List<String> texts = new ArrayList<>();
        JsonTrees.read(text.asText()).forEach(item -> texts.add(item.asText()));
        return texts;
    }
}

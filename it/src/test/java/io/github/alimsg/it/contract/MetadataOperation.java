package io.github.alimsg.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.it.contract.Shape.Field;
import io.github.alimsg.it.contract.Shape.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the metadata and the customization describe it.
 *
 * @param name its name at the service
 * @param parameters what it takes
 * @param reply the fields of its answer, without the envelope
 * @param envelope the envelope's fields in the answer's schema, by name
 * @param codeField the field that says whether an answer is a success; null where the HTTP status alone does
 * @param messageField the field beside it
 */
record MetadataOperation(
        String name,
        List<Parameter> parameters,
        List<Field> reply,
        Map<String, Shape> envelope,
        @Nullable String codeField,
        String messageField) {

    /**
     * A parameter.
     *
     * @param field its name and shape
     * @param inForm whether it goes into the body
     * @param style how lists and objects are written: {@code json}, {@code repeatList}, {@code flat}, or nothing
     */
    record Parameter(Field field, boolean inForm, String style) {}

    /** {@return the parameters' fields} */
    List<Field> request() {
        return parameters.stream().map(Parameter::field).toList();
    }

    static MetadataOperation read(String name, JsonNode api, Customization customization) {
        var reader = new Reader(customization);
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : api.path("parameters")) {
            String place = parameter.path("in").asText();
            if (!Set.of("query", "formData").contains(place)) {
                throw new IllegalArgumentException(name + " has a parameter in " + place);
            }
            parameters.add(new Parameter(
                    reader.field(parameter.path("name").asText(), name + ".request", parameter.path("schema"), true),
                    place.equals("formData"),
                    parameter.path("style").asText()));
        }
        JsonNode described = api.at("/responses/200/schema/properties");
        String code = customization.codeField(name);
        String codeField = code == null || described.isEmpty() || described.has(code) ? code : null;
        Set<String> ofEnvelope = Set.of(
                codeField == null ? "Code" : codeField,
                customization.messageField(),
                "RequestId",
                "Success",
                "AccessDeniedDetail");
        List<Field> reply = new ArrayList<>();
        Map<String, Shape> envelope = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : described.properties()) {
            Field field = reader.field(property.getKey(), name + ".response", property.getValue(), false);
            if (ofEnvelope.contains(field.name())) {
                envelope.put(field.name(), field.shape());
            } else {
                reply.add(field);
            }
        }
        return new MetadataOperation(
                name, List.copyOf(parameters), reply, envelope, codeField, customization.messageField());
    }

    /** Reads schemas. */
    private record Reader(Customization customization) {
        Field field(String name, String parent, JsonNode schema, boolean ofRequest) {
            return field(name, parent, schema, ofRequest, false);
        }

        private Field field(String name, String parent, JsonNode schema, boolean ofRequest, boolean isItem) {
            String path = parent + "." + name;
            Shape shape = shape(path, schema, ofRequest);
            String given = customization.fieldName(path);
            String javaName = given != null ? given : JavaName.of(name, shape, isItem);
            return new Field(
                    name,
                    path,
                    shape instanceof Shape.Unwrapped unwrapped
                            ? unwrapped.only().javaName()
                            : javaName,
                    shape,
                    ofRequest && schema.path("required").asBoolean(),
                    customization.isSensitive(path));
        }

        private Shape shape(String path, JsonNode schema, boolean ofRequest) {
            String type = schema.path("type").asText();
            return switch (type) {
                case "any" -> new Shape.Any();
                case "array" -> new Shape.Items(shape(path, schema.path("items"), ofRequest));
                case "object" -> object(path, schema, ofRequest);
                case "boolean" -> new Shape.Single(Kind.BOOLEAN, false);
                case "string", "integer", "number" -> single(path, schema, type);
                default -> throw new IllegalArgumentException(path + " is of type '" + type + "'");
            };
        }

        private Shape object(String path, JsonNode schema, boolean ofRequest) {
            if (schema.path("properties").isEmpty()) {
                JsonNode additional = schema.path("additionalProperties");
                Shape value = additional.isObject() ? shape(path, additional, ofRequest) : new Shape.Any();
                // The service sends bare values where it declares objects of anything.
                return value instanceof Shape.Any && !ofRequest ? value : new Shape.Members(value);
            }
            if (customization.isUnwrapped(path)) {
                Map.Entry<String, JsonNode> only =
                        schema.path("properties").properties().iterator().next();
                return new Shape.Unwrapped(field(only.getKey(), path, only.getValue(), ofRequest, true));
            }
            List<Field> fields = new ArrayList<>();
            schema.path("properties")
                    .properties()
                    .forEach(property -> fields.add(field(property.getKey(), path, property.getValue(), ofRequest)));
            return new Shape.Struct(customization.className(path), List.copyOf(fields));
        }

        private Shape single(String path, JsonNode schema, String type) {
            boolean quoted = type.equals("string");
            String said = customization.type(path);
            if (said != null) {
                return switch (said) {
                    case "instant" -> new Shape.Single(Kind.MILLISECONDS, quoted);
                    case "instant-seconds" -> new Shape.Single(Kind.SECONDS, quoted);
                    case "long" -> new Shape.Single(Kind.LONG, quoted);
                    case "integer" -> new Shape.Single(Kind.INTEGER, quoted);
                    case "double" -> new Shape.Single(Kind.DOUBLE, quoted);
                    case "rate" -> new Shape.Single(Kind.RATE, quoted);
                    case "decimal" -> new Shape.Single(Kind.DECIMAL, quoted);
                    case "text" -> new Shape.Single(Kind.TEXT, quoted);
                    case "instant-text" -> new Shape.Single(Kind.MOMENT, quoted);
                    case "date" -> new Shape.Single(Kind.DATE, quoted);
                    case "basic-date" -> new Shape.Single(Kind.BASIC_DATE, quoted);
                    case "boolean" -> new Shape.Single(Kind.BOOLEAN, quoted);
                    case "yes-no" -> new Shape.Single(Kind.YES_NO, quoted);
                    case "json-map-text" -> new Shape.JsonText(Shape.Content.MAP_OF_TEXTS);
                    case "json-list-text" -> new Shape.JsonText(Shape.Content.TEXTS);
                    case "json-maps-text" -> new Shape.JsonText(Shape.Content.MAPS_OF_TEXTS);
                    case "json-objects-text" -> new Shape.JsonText(Shape.Content.OBJECTS);
                    default -> throw new IllegalArgumentException(path + " is said to be " + said);
                };
            }
            String open = type.equals("number") ? null : customization.openValue(path);
            if (open != null) {
                return new Shape.Open(open, !quoted);
            }
            return switch (type) {
                case "string" -> new Shape.Single(Kind.TEXT, true);
                case "integer" ->
                    new Shape.Single(schema.path("format").asText().equals("int32") ? Kind.INTEGER : Kind.LONG, false);
                default -> new Shape.Single(Kind.DOUBLE, false);
            };
        }
    }
}

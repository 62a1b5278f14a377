package io.github.alimsg.codegen.input;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.codegen.input.Metadata.Parameter;
import io.github.alimsg.codegen.input.Metadata.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the parameters of an operation, and says by name which cannot be generated. */
final class ParameterReader {
    private final String operation;
    private final SchemaReader schemas;
    private final Map<String, Schema> components;
    private final SourcePosition position;
    private final Problems problems;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    ParameterReader(
            String operation,
            SchemaReader schemas,
            Map<String, Schema> components,
            SourcePosition position,
            Problems problems) {
        this.operation = operation;
        this.schemas = schemas;
        this.components = components;
        this.position = position;
        this.problems = problems;
    }

    List<Parameter> read(JsonNode list) {
        list.forEach(this::parameter);
        return new ArrayList<>(parameters.values());
    }

    private void parameter(JsonNode node) {
        String name = node.path("name").asText("");
        if (name.isEmpty()) {
            unsupported(operation + " has a parameter without a name", "name it");
            return;
        }
        String where = operation + ".request." + name;
        Schema schema = schemas.read(node.path("schema"), node.path("required").asBoolean(), where);
        String in = node.path("in").asText("query");
        switch (in) {
            case "query", "formData" ->
                add(new Parameter(name, in.equals("formData"), style(where, node, schema), schema));
            case "body" -> body(where, schema);
            default -> elsewhere(where, in, schema);
        }
    }

    /** The members of a body are parameters of the form, as the vendor's clients for RPC write them. */
    private void body(String where, Schema schema) {
        Schema body = Metadata.resolved(schema, components);
        if (body == null || body.properties().isEmpty()) {
            elsewhere(where, "body", schema);
            return;
        }
        problems.warn(
                position,
                where
                        + " is sent in 'body', and its members become parameters of the form, as the vendor's clients do");
        body.properties()
                .forEach((name, member) -> add(new Parameter(
                        name, true, Style.FLAT, member.withRequired(schema.required() && member.required()))));
    }

    private void elsewhere(String where, String in, Schema schema) {
        if (schema.required()) {
            unsupported(
                    where + " is sent in '" + in + "'",
                    "only query and formData can be generated; omit the operation: omit: [" + operation + "]");
        } else {
            problems.warn(position, where + " is sent in '" + in + "', and is left out");
        }
    }

    private Style style(String where, JsonNode parameter, Schema schema) {
        String style = parameter.path("style").asText("");
        return switch (style) {
            case "json" -> Style.JSON;
            case "simple" -> Style.SIMPLE;
            case "", "flat", "repeatList" -> Style.FLAT;
            default -> {
                if (!schema.isScalar()) {
                    unsupported(
                            where + " has style '" + style + "'",
                            "known are json, repeatList, simple and flat; omit the operation: omit: [" + operation
                                    + "]");
                }
                yield Style.FLAT;
            }
        };
    }

    /** Some descriptions have a parameter twice, in other words. */
    private void add(Parameter parameter) {
        Parameter before = parameters.putIfAbsent(parameter.name(), parameter);
        if (before == null) {
            return;
        }
        Schema both = before.schema().merged(parameter.schema());
        if (both == null || !before.schema().isScalar() && before.style() != parameter.style()) {
            unsupported(
                    operation + " has two parameters " + parameter.name() + " that differ",
                    "omit the operation: omit: [" + operation + "]");
        } else {
            parameters.put(parameter.name(), new Parameter(parameter.name(), before.inForm(), before.style(), both));
        }
    }

    private void unsupported(String wrong, String fix) {
        problems.addUnsupported(operation, position, wrong, fix);
    }
}

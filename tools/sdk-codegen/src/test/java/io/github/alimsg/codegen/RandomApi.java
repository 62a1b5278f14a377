package io.github.alimsg.codegen;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes up APIs: odd names, any nesting, recursion. The same seed gives the same API. */
final class RandomApi {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<String> PLAIN = List.of(
            "Name",
            "Items",
            "Categories",
            "Data",
            "List",
            "Url",
            "OSSKey",
            "Kind",
            "Map",
            "Object",
            "String",
            "Instant",
            "Value",
            "Page",
            "Total",
            "Records",
            "Model",
            "in",
            "out",
            "request",
            "response",
            "other",
            "that",
            "item",
            "member",
            "structure",
            "from",
            "text",
            "items",
            "key",
            "members",
            "json",
            "first",
            "more");

    private static final List<String> ODD = List.of(
            "class",
            "Class",
            "int",
            "default",
            "GetClass",
            "notify",
            "Builder",
            "builder",
            "Wire",
            "Build",
            "PutParam",
            "RequestId",
            "requestId",
            "Code",
            "Message",
            "Success",
            "Raw",
            "2Fast",
            "99",
            "Foo-Bar",
            "FooBar",
            "foo_bar",
            "DATA",
            "data",
            "a.b",
            "_",
            "名字",
            "x$y",
            "Generated",
            "JsonReader",
            "ModelValues",
            "Shown",
            "Override",
            "record",
            "var",
            "null",
            "true",
            "_Name");

    private static final Map<String, String> TYPED = Map.of(
            "AsLong", "long",
            "AsInteger", "integer",
            "AsInstant", "instant",
            "AsSeconds", "instant-seconds",
            "AsRate", "rate",
            "AsDouble", "double",
            "AsDecimal", "decimal",
            "AsJsonMap", "json-map-text",
            "AsJsonList", "json-list-text");

    private static final List<String> OPERATIONS =
            List.of("SendIt", "GetIt", "ListThem", "GetURL", "2ndTry", "Try-It", "Notify2", "DeleteIt");
    private static final List<String> ODD_OPERATIONS = List.of("Async", "Close", "Wait", "getIt", "Builder");

    private final Random random;
    private final boolean odd;
    private final Set<String> typed = new TreeSet<>();
    private boolean open;
    private final Set<String> operations = new TreeSet<>();

    RandomApi(long seed) {
        this.random = new Random(seed);
        this.odd = seed % 3 == 0;
    }

    /** The files with the words that are given. */
    ApiFiles files(String metadata, Iterable<String> fieldNames) {
        var docs = new StringBuilder("fields:\n");
        fieldNames.forEach(name -> docs.append("  ")
                .append(MAPPER.getNodeFactory().textNode(name))
                .append(": \"Words about `*/` and {@link}.\"\n"));
        docs.append("operations:\n");
        operations.forEach(name -> docs.append("  \"").append(name).append("\": {text: \"Does something.\"}\n"));
        return PostFiles.with(metadata, customization(), docs.toString());
    }

    private String customization() {
        String all = "[\"" + String.join("\", \"", operations) + "\"]";
        var yaml = new StringBuilder("product: {client: RandomClient, package: made.up, title: \"Random\","
                + " defaultRegion: eu}\nendpoints: {other: x.example.com}\nsuccess: {message: Message}\n");
        yaml.append("effects: {READ: ").append(all).append("}\n");
        yaml.append("areas: [{id: all, title: All, operations: ").append(all).append("}]\n");
        if (!typed.isEmpty()) {
            yaml.append("types:\n");
            new TreeMap<>(TYPED).forEach((name, type) -> {
                if (typed.contains(name)) {
                    yaml.append("  \"*.*.**.")
                            .append(name)
                            .append("\": ")
                            .append(type)
                            .append('\n');
                }
            });
        }
        if (open) {
            yaml.append("values: {Choice: {doc: \"A choice.\", values: {A: \"A.\"}, fields: [\"*.*.**.AsOpen\"]}}\n");
        }
        return yaml.toString();
    }

    String metadata() {
        ObjectNode root = MAPPER.createObjectNode();
        root.putObject("info").put("style", "RPC").put("product", "Made").put("version", "2026-01-01");
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        ObjectNode tree = schemas.putObject("Tree").put("type", "object").putObject("properties");
        tree.putObject("Name").put("type", "string");
        tree.putObject("Trees").put("type", "array").putObject("items").put("$ref", "#/components/schemas/Tree");
        tree.putObject("Other").put("$ref", "#/components/schemas/Bush");
        ObjectNode bush = schemas.putObject("Bush").put("type", "object").putObject("properties");
        bush.putObject("Back").put("$ref", "#/components/schemas/Tree");
        schemas.putObject("Names").put("type", "array").putObject("items").put("type", "string");
        ObjectNode apis = root.putObject("apis");
        List<String> names = new ArrayList<>(OPERATIONS);
        if (odd) {
            names.addAll(ODD_OPERATIONS);
        }
        for (int i = 0; i < 4; i++) {
            String name = names.get(random.nextInt(names.size()));
            if (operations.add(name)) {
                operation(apis.putObject(name));
            }
        }
        return root.toPrettyString();
    }

    private void operation(ObjectNode api) {
        ArrayNode parameters = api.putArray("parameters");
        ObjectNode members = MAPPER.createObjectNode();
        members(members, 3);
        members.properties().forEach(member -> {
            ObjectNode parameter = parameters.addObject().put("name", member.getKey());
            parameter.put("in", random.nextInt(4) == 0 ? "formData" : "query");
            String style = List.of("", "json", "repeatList", "flat").get(random.nextInt(4));
            if (!style.isEmpty()) {
                parameter.put("style", style);
            }
            parameter.set("schema", member.getValue());
        });
        if (random.nextInt(6) != 0) {
            ObjectNode schema = api.putObject("responses").putObject("200").putObject("schema");
            schema.put("type", "object");
            members(schema.putObject("properties"), 4);
        }
    }

    private void members(ObjectNode members, int depth) {
        for (int i = random.nextInt(6); i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                typedMember(members);
                continue;
            }
            List<String> names = odd && random.nextInt(4) == 0 ? ODD : PLAIN;
            String name = names.get(random.nextInt(names.size()));
            if (!members.has(name)) {
                members.set(name, schema(depth).put("required", random.nextInt(3) == 0));
            }
        }
    }

    private void typedMember(ObjectNode members) {
        ObjectNode schema = MAPPER.createObjectNode().put("type", "string").put("deprecated", random.nextInt(5) == 0);
        if (random.nextInt(5) == 0) {
            open = true;
            members.set("AsOpen", random.nextBoolean() ? schema : list(schema));
            return;
        }
        String name = new ArrayList<>(new TreeSet<>(TYPED.keySet())).get(random.nextInt(TYPED.size()));
        typed.add(name);
        members.set(name, random.nextInt(4) == 0 && !name.contains("Json") ? list(schema) : schema);
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = MAPPER.createObjectNode().put("type", "array");
        list.set("items", items);
        return list;
    }

    private ObjectNode schema(int depth) {
        ObjectNode schema = MAPPER.createObjectNode();
        switch (random.nextInt(depth > 0 ? 14 : 6)) {
            case 0, 1 -> schema.put("type", "string");
            case 2 -> schema.put("type", "integer").put("format", random.nextBoolean() ? "int32" : "int64");
            case 3 -> schema.put("type", "boolean");
            case 4 -> schema.put("type", "number");
            case 5 -> schema.put("type", "any");
            case 6, 7, 8 -> schema.put("type", "array").set("items", schema(depth - 1));
            case 9, 10 -> members(schema.put("type", "object").putObject("properties"), depth - 1);
            case 11 -> schema.put("type", "object").set("additionalProperties", schema(depth - 1));
            case 12 -> schema.put("type", "object");
            default ->
                schema.put(
                        "$ref",
                        "#/components/schemas/"
                                + List.of("Tree", "Bush", "Names").get(random.nextInt(3)));
        }
        return schema;
    }
}

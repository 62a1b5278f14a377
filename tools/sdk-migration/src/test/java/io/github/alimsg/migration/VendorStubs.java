package io.github.alimsg.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stand-ins for a generation of the vendor's client, written from the tables: names and types as they have them. */
final class VendorStubs {
    /** A class of the models; its fields by their names on the wire. */
    private static final class Model {
        private final Map<String, Field> fields = new LinkedHashMap<>();
    }

    private record Field(String type, Model object) {
        boolean isWrapper() {
            return type.equals("wrapper");
        }

        boolean isList() {
            return type.startsWith("list ");
        }
    }

    private final Generation generation;
    private final String product;
    private final String models;
    private final List<String> sources = new ArrayList<>();

    private VendorStubs(Generation generation, String product) {
        this.generation = generation;
        this.product = product;
        String folder = generation.models(product);
        this.models = folder.substring(0, folder.length() - 1);
    }

    /** A product's client with some operations, or with all, compiled. {@return the folder with the classes} */
    static Path compiled(Generation generation, String product, String... operations) throws IOException {
        var stubs = new VendorStubs(generation, product);
        stubs.write(List.of(operations));
        Path classes = Files.createDirectories(Path.of("target/stand-ins", generation.name(), product));
        List<Path> files = new ArrayList<>();
        for (String source : stubs.sources) {
            String folder =
                    source.substring("package ".length(), source.indexOf(';')).replace('.', '/');
            Path file = classes.resolve(folder).resolve(name(source) + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source));
        }
        String problems = Migration.compile(classes, files);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems);
        }
        return classes;
    }

    /** The name of the class in a source. */
    private static String name(String source) {
        int at = source.length();
        for (String kind : List.of("class ", "interface ", "enum ")) {
            int found = source.indexOf("public " + kind);
            at = found < 0 ? at : Math.min(at, found + "public ".length() + kind.length());
        }
        int end = at;
        while (Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        return source.substring(at, end);
    }

    private void write(List<String> operations) throws IOException {
        Map<String, Model> requests = new LinkedHashMap<>();
        Map<String, Model> bodies = new LinkedHashMap<>();
        try (InputStream in = Mapping.class.getResourceAsStream(product + ".tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t", -1);
                String[] path = cells[0].split("\\.");
                boolean isOther = !operations.isEmpty() && !operations.contains(path[0]);
                if (isOther || cells[0].equals("client") || cells[0].equals("models")) {
                    continue;
                }
                Model request = requests.computeIfAbsent(path[0], any -> with("OwnerId"));
                Model body = bodies.computeIfAbsent(path[0], any -> with("Code", "Message", "RequestId"));
                if (path.length > 1) {
                    field(path[1].equals("request") ? request : body, path, cells[2]);
                }
            }
        }
        requests.forEach((name, model) -> request(name, model));
        bodies.forEach((name, model) -> response(name, model));
        client(requests.keySet());
        sources.addAll(
                switch (generation) {
                    case SYNC -> CommonStubs.sync();
                    case ASYNC -> CommonStubs.async();
                    case FIRST -> CommonStubs.first();
                });
    }

    private static Model with(String... names) {
        var model = new Model();
        for (String name : names) {
            model.fields.put(name, new Field(name.equals("OwnerId") ? "long" : "text", null));
        }
        return model;
    }

    private static void field(Model owner, String[] path, String type) {
        Model at = owner;
        for (int i = 2; i < path.length - 1; i++) {
            at = at.fields.get(path[i]).object();
        }
        boolean isObject = type.equals("wrapper") || type.contains("object ");
        at.fields.put(path[path.length - 1], new Field(type, isObject ? new Model() : null));
    }

    private void request(String name, Model model) {
        String type = name + "Request";
        String parent = switch (generation) {
            case SYNC -> "com.aliyun.tea.TeaModel";
            case ASYNC -> "com.aliyun.sdk.gateway.pop.models.Request";
            case FIRST -> "com.aliyuncs.RpcAcsRequest<" + name + "Response>";
        };
        type(type, parent, model);
    }

    private void response(String name, Model model) {
        if (generation == Generation.FIRST) {
            type(name + "Response", "com.aliyuncs.AcsResponse", model);
            return;
        }
        type(name + "ResponseBody", "Object", model);
        sources.add("package " + models + ";\npublic class " + name + "Response {\npublic " + name
                + "ResponseBody getBody() { return null; }\npublic Integer getStatusCode() { return null; }\n"
                + "public java.util.Map<String, String> getHeaders() { return null; }\n}\n");
    }

    private void type(String name, String parent, Model model) {
        List<String> nested = new ArrayList<>();
        String members = members(name, name, model, nested, new HashSet<>());
        sources.add("package " + models + ";\npublic class " + name + " extends " + parent + " {\n" + members
                + String.join("", nested) + "}\n");
    }

    /**
     * Fields with their methods, and the classes of objects in them.
     *
     * @param top the class around all others
     * @param type the class that has the fields; in the synchronous generation the path of an object's name begins so
     * @param nested gets the classes that are members of the top class; of the first generation, of the class itself
     */
    private String members(String top, String type, Model model, List<String> nested, Set<String> names) {
        StringBuilder text = new StringBuilder();
        StringBuilder builder = new StringBuilder();
        model.fields.forEach((wire, field) -> {
            String java = field.object() == null ? plain(field.type()) : object(top, type, wire, field, nested, names);
            String name =
                    generation == Generation.FIRST && top.endsWith("Request") && field.isList() ? wire + "s" : wire;
            text.append(member(type, name, java));
            builder.append(builderMember(wire, java));
        });
        if (generation == Generation.ASYNC && (top.endsWith("Request"))) {
            String parent = type.equals(top)
                    ? " extends com.aliyun.sdk.gateway.pop.models.Request.Builder<" + type + ", Builder>"
                    : "";
            text.append("public static Builder builder() { return null; }\npublic static " + type
                    + " create() { return null; }\npublic Builder toBuilder() { return null; }\n"
                    + "public static class Builder" + parent + " {\n" + builder + "public " + type
                    + " build() { return null; }\n}\n");
        }
        return text.toString();
    }

    private String object(String top, String type, String wire, Field field, List<String> nested, Set<String> names) {
        String upper = Character.toUpperCase(wire.charAt(0)) + wire.substring(1);
        if (generation == Generation.FIRST && field.isWrapper()) {
            // This generation leaves the object out and keeps its name.
            var only = field.object().fields.entrySet().iterator().next();
            return only.getValue().object() == null
                    ? plain(only.getValue().type())
                    : object(top, type, only.getKey(), only.getValue(), nested, names);
        }
        String name = generation == Generation.SYNC ? type + upper : upper;
        while (generation != Generation.SYNC && !names.add(name) || name.equals(top)) {
            name += "Too";
        }
        List<String> inner = generation == Generation.FIRST ? new ArrayList<>() : nested;
        String members = members(top, name, field.object(), inner, names);
        String parent = generation == Generation.SYNC ? " extends com.aliyun.tea.TeaModel" : "";
        nested.add("public static class " + name + parent + " {\n" + members
                + (inner == nested ? "" : String.join("", inner)) + "}\n");
        return field.isList() ? "java.util.List<" + name + ">" : name;
    }

    private String member(String type, String wire, String java) {
        String upper = Character.toUpperCase(wire.charAt(0)) + wire.substring(1);
        String lower = Character.toLowerCase(wire.charAt(0)) + wire.substring(1);
        String getter = "public " + java + " get" + upper + "() { return null; }\n";
        return switch (generation) {
            case SYNC ->
                "public " + java + " " + lower + ";\npublic " + type + " set" + upper + "(" + java
                        + " value) { return this; }\n" + getter;
            case ASYNC -> getter;
            case FIRST -> "public void set" + upper + "(" + java + " value) {}\n" + getter;
        };
    }

    private static String builderMember(String wire, String java) {
        String lower = Character.toLowerCase(wire.charAt(0)) + wire.substring(1);
        return "public Builder " + lower + "(" + java + " value) { return this; }\n";
    }

    private void client(Set<String> operations) {
        if (generation == Generation.FIRST) {
            return;
        }
        StringBuilder calls = new StringBuilder();
        for (String name : operations) {
            String method = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            if (generation == Generation.ASYNC) {
                calls.append("java.util.concurrent.CompletableFuture<" + name + "Response> " + method + "(" + name
                        + "Request request);\n");
                continue;
            }
            calls.append("public " + name + "Response " + method + "(" + name
                    + "Request request) throws Exception { return null; }\n");
            calls.append("public " + name + "Response " + method + "WithOptions(" + name
                    + "Request request, com.aliyun.teautil.models.RuntimeOptions runtime) throws Exception"
                    + " { return null; }\n");
        }
        String folder = models.substring(0, models.lastIndexOf('.'));
        String imports = "package " + folder + ";\nimport " + models + ".*;\n";
        if (generation == Generation.ASYNC) {
            sources.add(imports + "public interface AsyncClient extends AutoCloseable {\n"
                    + "static DefaultAsyncClientBuilder builder() { return null; }\nvoid close();\n" + calls + "}\n");
            sources.add(imports + "public class DefaultAsyncClientBuilder extends"
                    + " darabonba.core.client.IClientBuilder<DefaultAsyncClientBuilder, AsyncClient> {}\n");
        } else {
            sources.add(imports + "public class Client {\n"
                    + "public Client(com.aliyun.teaopenapi.models.Config config) throws Exception {}\n" + calls
                    + "}\n");
        }
    }

    private static String plain(String type) {
        if (type.startsWith("list ")) {
            return "java.util.List<" + item(type.substring("list ".length())) + ">";
        } else if (type.startsWith("map ")) {
            return "java.util.Map<String, " + item(type.substring("map ".length())) + ">";
        }
        return switch (type) {
            case "boolean" -> "Boolean";
            case "integer", "long", "millis", "seconds" -> "Long";
            case "any" -> "Object";
            default -> type.startsWith("open number ") ? "Long" : "String";
        };
    }

    private static String item(String type) {
        return type.equals("any") ? "?" : plain(type);
    }
}

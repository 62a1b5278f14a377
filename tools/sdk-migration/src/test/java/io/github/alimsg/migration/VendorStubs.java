package io.github.alimsg.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stand-ins for the vendor's synchronous client, written from the tables: names and types as they have them. */
final class VendorStubs {
    private static final String SETTINGS = "accessKeyId accessKeySecret securityToken endpoint regionId protocol";
    private static final String NUMBERS = "connectTimeout readTimeout maxAttempts";

    private VendorStubs() {}

    /** The sources of a product's client with some operations; of all without names. */
    static String[] of(String product, String... operations) throws IOException {
        Map<String, Map<String, String>> classes = new LinkedHashMap<>();
        StringBuilder calls = new StringBuilder();
        String models = "com.aliyun." + product + ".models";
        try (InputStream in = Mapping.class.getResourceAsStream(product + ".tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t", -1);
                String[] path = cells[0].split("\\.");
                if (!List.of(operations).isEmpty() && !List.of(operations).contains(path[0])
                        || cells[0].equals("client")
                        || cells[0].equals("models")) {
                    continue;
                }
                if (path.length == 1) {
                    classes.put(path[0] + "Request", new LinkedHashMap<>(Map.of("OwnerId", "Long")));
                    Map<String, String> body = new LinkedHashMap<>();
                    body.put("Code", "String");
                    body.put("Message", "String");
                    body.put("RequestId", "String");
                    classes.put(path[0] + "ResponseBody", body);
                    calls.append(call(path[0]));
                } else {
                    field(classes, path, cells[2]);
                }
            }
        }
        List<String> sources = new ArrayList<>();
        classes.forEach((name, fields) -> {
            if (!name.contains("$")) {
                sources.add("package " + models + ";\npublic class " + name + " extends com.aliyun.tea.TeaModel {\n"
                        + members(name, fields) + nested(name, classes) + "}\n");
            }
            if (name.endsWith("ResponseBody") && !name.contains("$")) {
                String response = name.substring(0, name.length() - "Body".length());
                sources.add("package " + models + ";\npublic class " + response + " extends com.aliyun.tea.TeaModel {\n"
                        + "public " + name + " getBody() { return null; }\n"
                        + "public Integer getStatusCode() { return null; }\n"
                        + "public java.util.Map<String, String> getHeaders() { return null; }\n}\n");
            }
        });
        sources.add("package com.aliyun." + product + ";\nimport " + models + ".*;\n"
                + "public class Client {\npublic Client(com.aliyun.teaopenapi.models.Config config) throws Exception {}\n"
                + calls + "}\n");
        sources.addAll(List.of(common()));
        return sources.toArray(String[]::new);
    }

    /** The same, compiled. {@return the folder with the classes} */
    static Path compiled(String product, String... operations) throws IOException {
        Path classes = Files.createDirectories(Path.of("target/stand-ins", product));
        List<Path> files = new ArrayList<>();
        for (String source : of(product, operations)) {
            String type = source.substring(source.indexOf("public class ") + 13);
            String folder =
                    source.substring("package ".length(), source.indexOf(';')).replace('.', '/');
            Path file = classes.resolve(folder).resolve(type.substring(0, type.indexOf(' ')) + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source));
        }
        String problems = Migration.compile(classes, files);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems);
        }
        return classes;
    }

    private static String[] common() {
        return new String[] {
            "package com.aliyun.tea;\npublic class TeaModel {}\n",
            "package com.aliyun.tea;\npublic class TeaException extends RuntimeException {\npublic String code;\n"
                    + "public String message;\npublic TeaException(String message, Throwable cause) {}\n"
                    + "public String getCode() { return code; }\npublic Integer getStatusCode() { return null; }\n"
                    + "public java.util.Map<String, Object> getData() { return null; }\n}\n",
            "package com.aliyun.tea;\npublic class TeaUnretryableException extends RuntimeException {}\n",
            "package com.aliyun.teautil;\npublic class Common {\n"
                    + "public static String assertAsString(Object value) { return null; }\n"
                    + "public static boolean equalString(String a, String b) { return false; }\n}\n",
            "package com.aliyun.teaopenapi.models;\npublic class Config extends com.aliyun.tea.TeaModel {\n"
                    + settings("Config") + "}\n",
            "package com.aliyun.teautil.models;\npublic class RuntimeOptions extends com.aliyun.tea.TeaModel {\n"
                    + settings("RuntimeOptions")
                    + "public RuntimeOptions setAutoretry(Boolean value) { return this; }\n}\n"
        };
    }

    private static String settings(String type) {
        StringBuilder text = new StringBuilder();
        for (String name : SETTINGS.split(" ")) {
            text.append(member(type, name, "String"));
        }
        for (String name : NUMBERS.split(" ")) {
            text.append(member(type, name, "Integer"));
        }
        return text.toString();
    }

    private static void field(Map<String, Map<String, String>> classes, String[] path, String type) {
        boolean sent = path[1].equals("request");
        String top = path[0] + (sent ? "Request" : "ResponseBody");
        StringBuilder owner = new StringBuilder();
        for (int i = 2; i < path.length - 1; i++) {
            owner.append(path[i]);
        }
        String at = owner.isEmpty() ? top : top + "$" + top + owner;
        String inner = top + "." + top + owner + path[path.length - 1];
        boolean isObject = type.equals("wrapper") || type.contains("object ");
        String java = !isObject ? plain(type) : type.startsWith("list") ? "java.util.List<" + inner + ">" : inner;
        classes.computeIfAbsent(at, any -> new LinkedHashMap<>()).put(path[path.length - 1], java);
        if (isObject) {
            classes.putIfAbsent(top + "$" + top + owner + path[path.length - 1], new LinkedHashMap<>());
        }
    }

    private static String plain(String type) {
        return switch (type) {
            case "boolean" -> "Boolean";
            case "integer", "long", "millis", "seconds" -> "Long";
            case "any" -> "Object";
            case "list text" -> "java.util.List<String>";
            case "list any" -> "java.util.List<?>";
            case "map text" -> "java.util.Map<String, String>";
            case "map any" -> "java.util.Map<String, ?>";
            default -> type.startsWith("open number ") ? "Long" : "String";
        };
    }

    private static String nested(String owner, Map<String, Map<String, String>> classes) {
        StringBuilder text = new StringBuilder();
        classes.forEach((name, fields) -> {
            if (name.startsWith(owner + "$")) {
                String simple = name.substring(name.indexOf('$') + 1);
                text.append("public static class " + simple + " extends com.aliyun.tea.TeaModel {\n"
                        + members(simple, fields) + "}\n");
            }
        });
        return text.toString();
    }

    private static String members(String type, Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, java) -> text.append(member(type, name, java)));
        return text.toString();
    }

    private static String member(String type, String name, String java) {
        String upper = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String lower = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return "public " + java + " " + lower + "_;\n".replace("_", "") + "public " + type + " set" + upper + "(" + java
                + " value) { return this; }\npublic " + java + " get" + upper + "() { return null; }\n";
    }

    private static String call(String name) {
        String method = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return "public " + name + "Response " + method + "(" + name
                + "Request request) throws Exception { return null; }\n"
                + "public " + name + "Response " + method + "WithOptions(" + name
                + "Request request, com.aliyun.teautil.models.RuntimeOptions runtime) throws Exception { return null; }\n";
    }
}

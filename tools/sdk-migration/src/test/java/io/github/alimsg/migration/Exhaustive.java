package io.github.alimsg.migration;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sources that use everything of the vendor's synchronous client: each setter, each call, each getter. */
final class Exhaustive {
    private int variables;

    private Exhaustive() {}

    /** One source for each operation that the vendor's client has. */
    static Map<String, String> sources(Class<?> client) {
        Map<String, String> sources = new TreeMap<>();
        for (Method method : client.getMethods()) {
            boolean isOperation = method.getDeclaringClass().equals(client)
                    && method.getReturnType().getSimpleName().endsWith("Response")
                    && (method.getParameterCount() == 0
                            || method.getParameterCount() == 1
                                    && method.getParameterTypes()[0]
                                            .getSimpleName()
                                            .endsWith("Request"));
            if (isOperation) {
                String name = method.getName();
                sources.put(name, new Exhaustive().source(client, method));
            }
        }
        return sources;
    }

    private String source(Class<?> client, Method method) {
        Class<?> response = method.getReturnType();
        StringBuilder text = new StringBuilder("import " + client.getName() + ";\n\nclass " + "Use"
                + response.getSimpleName() + " {\n    void use(Client client) throws Exception {\n");
        for (Class<?> request : method.getParameterTypes()) {
            text.append("        ")
                    .append(name(request))
                    .append(" request = ")
                    .append(made(request, 0))
                    .append(";\n");
        }
        text.append("        ")
                .append(name(response))
                .append(" response = client.")
                .append(method.getName())
                .append(method.getParameterCount() == 0 ? "();\n" : "(request);\n");
        text.append("        int status = response.getStatusCode();\n");
        read(text, "response.getBody()", body(response), "        ", 0);
        return text.append("    }\n}\n").toString();
    }

    private static Class<?> body(Class<?> response) {
        try {
            return response.getMethod("getBody").getReturnType();
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private String made(Class<?> type, int depth) {
        StringBuilder text = new StringBuilder("new " + name(type) + "()");
        for (Method setter : accessors(type, "set", 1)) {
            String value = value(setter.getGenericParameterTypes()[0], depth);
            if (value != null) {
                text.append("\n                .")
                        .append(setter.getName())
                        .append("(")
                        .append(value)
                        .append(")");
            }
        }
        return text.toString();
    }

    private String value(Type type, int depth) {
        if (type instanceof ParameterizedType list) {
            String item = list.getRawType().equals(List.class) ? value(list.getActualTypeArguments()[0], depth) : null;
            return list.getRawType().equals(Map.class)
                    ? "new java.util.HashMap<>()"
                    : item == null ? null : "java.util.List.of(" + item + ")";
        }
        return switch (type.getTypeName()) {
            case "java.lang.String" -> "\"1\"";
            case "java.lang.Long" -> "Long.valueOf(1)";
            case "java.lang.Integer" -> "Integer.valueOf(1)";
            case "java.lang.Boolean" -> "true";
            default ->
                type instanceof Class<?> model && model.getName().contains("models") && depth < 3
                        ? made(model, depth + 1)
                        : null;
        };
    }

    private void read(StringBuilder text, String object, Class<?> type, String indent, int depth) {
        String body = "v" + variables++;
        text.append(indent)
                .append(name(type))
                .append(" ")
                .append(body)
                .append(" = ")
                .append(object)
                .append(";\n");
        for (Method getter : accessors(type, "get", 0)) {
            String call = body + "." + getter.getName() + "()";
            Type returned = getter.getGenericReturnType();
            if (returned instanceof ParameterizedType list
                    && list.getRawType().equals(List.class)
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && item.getName().contains("models")
                    && depth < 4) {
                String each = "v" + variables++;
                text.append(indent)
                        .append("for (")
                        .append(name(item))
                        .append(" ")
                        .append(each)
                        .append(" : ")
                        .append(call)
                        .append(") {\n");
                read(text, each, item, indent + "    ", depth + 1);
                text.append(indent).append("}\n");
            } else if (returned instanceof Class<?> model && model.getName().contains("models") && depth < 4) {
                read(text, call, model, indent, depth + 1);
            } else if (returned instanceof Class<?> plain && plain.getName().startsWith("java.lang.")) {
                text.append(indent)
                        .append(plain.getSimpleName())
                        .append(" v")
                        .append(variables++)
                        .append(" = ")
                        .append(call)
                        .append(";\n");
            } else if (returned instanceof ParameterizedType list
                    && list.getTypeName().equals("java.util.List<java.lang.String>")) {
                text.append(indent)
                        .append("java.util.List<String> v")
                        .append(variables++)
                        .append(" = ")
                        .append(call)
                        .append(";\n");
            }
        }
    }

    private static List<Method> accessors(Class<?> type, String prefix, int parameters) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith(prefix)
                        && method.getParameterCount() == parameters
                        && !java.lang.reflect.Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static String name(Class<?> type) {
        return type.getName().replace('$', '.');
    }
}

package io.github.alimsg.migration;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sources that use everything of one of the vendor's clients: each setter, each call, each getter. */
final class Exhaustive {
    private final Generation generation;
    private final StringBuilder text = new StringBuilder();
    private int variables;

    private Exhaustive(Generation generation) {
        this.generation = generation;
    }

    /** One source for each operation that the vendor's client has, of those that ours has. */
    static Map<String, String> sources(
            Generation generation, String product, List<String> operations, ClassLoader loader) {
        String models = generation.models(product);
        Map<String, String> sources = new TreeMap<>();
        for (String operation : operations) {
            Class<?> request = found(models + operation + "Request", loader);
            Class<?> response = found(models + operation + "Response", loader);
            if (response != null) {
                String client = generation.clients(product).stream()
                        .filter(name -> !name.contains("Default"))
                        .findFirst()
                        .orElseThrow();
                sources.put(operation, new Exhaustive(generation).source(client, operation, request, response));
            }
        }
        return sources;
    }

    private static Class<?> found(String name, ClassLoader loader) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private String source(String client, String operation, Class<?> request, Class<?> response) {
        text.append("import ")
                .append(client)
                .append(";\n\nclass Use")
                .append(operation)
                .append("Response {\n    void use(")
                .append(client.substring(client.lastIndexOf('.') + 1))
                .append(" client) throws Exception {\n");
        String argument = request == null ? "" : declared(request, 0, "        ");
        String method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        String call = switch (generation) {
            case SYNC -> method + "(" + argument + ")";
            case ASYNC -> method + "(" + argument + ").get()";
            case FIRST -> "getAcsResponse(" + argument + ")";
        };
        line("        ", name(response) + " response = client." + call);
        if (generation == Generation.FIRST) {
            read("response", response, "        ", 0);
        } else {
            line("        ", "int status = response.getStatusCode()");
            read("response.getBody()", body(response), "        ", 0);
        }
        return text.append("    }\n}\n").toString();
    }

    private void line(String indent, String statement) {
        text.append(indent).append(statement).append(";\n");
    }

    private static Class<?> body(Class<?> response) {
        try {
            return response.getMethod("getBody").getReturnType();
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /** Declares a variable with an object all of whose fields are set. {@return its name} */
    private String declared(Class<?> type, int depth, String indent) {
        String chain = switch (generation) {
            case SYNC -> "new " + name(type) + "()";
            case ASYNC -> name(type) + ".builder()";
            case FIRST -> null;
        };
        StringBuilder set = new StringBuilder(chain == null ? "" : chain);
        String variable = "v" + variables++;
        for (Method setter : setters(type)) {
            String value = value(setter.getGenericParameterTypes()[0], depth, indent);
            if (value != null) {
                set.append(chain == null ? indent + variable + "." : "\n" + indent + "        .")
                        .append(setter.getName() + "(" + value + ")")
                        .append(chain == null ? ";\n" : "");
            }
        }
        line(
                indent,
                name(type) + " " + variable + " = "
                        + switch (generation) {
                            case SYNC -> set;
                            case ASYNC -> set + "\n" + indent + "        .build()";
                            case FIRST -> "new " + name(type) + "()";
                        });
        text.append(chain == null ? set : "");
        return variable;
    }

    private List<Method> setters(Class<?> type) {
        if (generation != Generation.ASYNC) {
            return accessors(type, "set", 1);
        }
        Class<?> builder = Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Builder"))
                .findFirst()
                .orElseThrow();
        return accessors(builder, "", 1);
    }

    private String value(Type type, int depth, String indent) {
        if (type instanceof ParameterizedType list) {
            String item = list.getRawType().equals(List.class)
                    ? value(list.getActualTypeArguments()[0], depth, indent)
                    : null;
            return list.getRawType().equals(Map.class)
                    ? "new java.util.HashMap<>()"
                    : item == null ? null : "java.util.List.of(" + item + ")";
        }
        return switch (type.getTypeName()) {
            case "java.lang.String" -> "\"1\"";
            case "java.lang.Long" -> "Long.valueOf(1)";
            case "java.lang.Integer" -> "Integer.valueOf(1)";
            case "java.lang.Boolean" -> "true";
            default -> isModel(type) && depth < 3 ? declared((Class<?>) type, depth + 1, indent) : null;
        };
    }

    private static boolean isModel(Type type) {
        return type instanceof Class<?> model && model.getName().contains(".model");
    }

    private void read(String object, Class<?> type, String indent, int depth) {
        String body = "v" + variables++;
        line(indent, name(type) + " " + body + " = " + object);
        for (Method getter : accessors(type, "get", 0)) {
            String call = body + "." + getter.getName() + "()";
            Type returned = getter.getGenericReturnType();
            Type item = returned instanceof ParameterizedType list
                            && list.getRawType().equals(List.class)
                    ? list.getActualTypeArguments()[0]
                    : null;
            if (isModel(item) && depth < 4) {
                String each = "v" + variables++;
                text.append(indent).append("for (" + name((Class<?>) item) + " " + each + " : " + call + ") {\n");
                read(each, (Class<?>) item, indent + "    ", depth + 1);
                text.append(indent).append("}\n");
            } else if (isModel(returned) && depth < 4) {
                read(call, (Class<?>) returned, indent, depth + 1);
            } else if (returned instanceof Class<?> plain && plain.getName().startsWith("java.lang.")) {
                line(indent, plain.getSimpleName() + " v" + variables++ + " = " + call);
            } else if (String.class.equals(item)) {
                line(indent, "java.util.List<String> v" + variables++ + " = " + call);
            }
        }
    }

    private static List<Method> accessors(Class<?> type, String prefix, int parameters) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().startsWith(prefix)
                        && method.getParameterCount() == parameters
                        && Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !method.getReturnType().equals(Class.class)
                        && !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static String name(Class<?> type) {
        return type.getName().replace('$', '.');
    }
}

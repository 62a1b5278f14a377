package io.github.alimsg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The classes of docs/coming-from-the-vendor.md are those of the vendor's jars. */
@Tag("vendor")
class ClassesTest {
    private static final String PRODUCT = "dysmsapi20170525";
    private static final int MAX_DEPTH = 6;

    private final Map<String, Map<Generation, Set<String>>> rows = new TreeMap<>();

    @Test
    void objectsInRequestsAndResponses() throws Exception {
        for (Generation generation : Generation.values()) {
            Mapping mapping = Mapping.of(generation, PRODUCT);
            for (String operation : Page.operations(PRODUCT)) {
                for (String suffix : List.of("Request", generation.body())) {
                    String name = generation.models(PRODUCT) + operation + suffix;
                    VendorClass top = mapping.find(name);
                    Class<?> type = found(name);
                    if (type != null && top != null) {
                        walk(generation, type, top, 0);
                    }
                }
            }
        }
        StringBuilder table =
                new StringBuilder("| here | synchronous | asynchronous | first generation |\n|---|---|---|---|\n");
        rows.forEach((ours, names) -> {
            table.append("| `").append(ours).append("` |");
            for (Generation generation : Generation.values()) {
                Set<String> theirs = names.getOrDefault(generation, Set.of());
                table.append(theirs.isEmpty() ? " –" : " `" + String.join("`, `", theirs) + "`")
                        .append(" |");
            }
            table.append("\n");
        });
        assertThat(Page.generated("objects", table.toString())).isEqualTo(table.toString());
    }

    /** The page says which version brought the operations that the tested one has not. */
    @Test
    void operationsOfLaterVersions() throws Exception {
        Set<String> missing = new TreeSet<>(Page.operations(PRODUCT));
        for (Method method : Class.forName("com.aliyun." + PRODUCT + ".Client").getMethods()) {
            missing.removeIf(operation -> operation.equalsIgnoreCase(method.getName()));
        }
        assertThat(Page.laterOperations()).isEqualTo(missing);
    }

    private static Class<?> found(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private void walk(Generation generation, Class<?> type, VendorClass model, int depth) {
        for (Method method : type.getDeclaredMethods()) {
            Property property = method.getParameterCount() == 0 ? model.propertyOf(method.getName(), "get") : null;
            Class<?> value = item(method.getGenericReturnType());
            if (property == null || property.object() == null || value == null || depth > MAX_DEPTH) {
                continue;
            }
            Property only = List.class.equals(method.getReturnType()) ? property.onlyMember() : null;
            VendorClass object = only == null ? property.object() : only.object();
            if (object == null || !value.getName().contains("$")) {
                continue;
            }
            boolean isLeftOut = property.isWrapper() && only == null;
            if (!isLeftOut) {
                String ours = object.ours().substring(object.ours().lastIndexOf('.') + 1);
                rows.computeIfAbsent(ours.replace('$', '.'), any -> new EnumMap<>(Generation.class))
                        .computeIfAbsent(generation, any -> new TreeSet<>())
                        .add(value.getName()
                                .substring(value.getName().lastIndexOf('.') + 1)
                                .replace('$', '.'));
            }
            walk(generation, value, object, depth + 1);
        }
    }

    private static Class<?> item(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return item(arguments[arguments.length - 1]);
        }
        return type instanceof Class<?> plain ? plain : null;
    }
}

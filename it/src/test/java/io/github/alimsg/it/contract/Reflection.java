package io.github.alimsg.it.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds and calls the public methods of models, builders and clients. */
final class Reflection {
    private static final Set<String> OF_EVERY_MODEL = Set.of("toBuilder", "hashCode", "toString");

    private Reflection() {}

    /** {@return a builder of a model without any field set} */
    static Object builder(Class<?> type) {
        return invoke(method(type, "builder"), null);
    }

    /** {@return what a builder builds} */
    static Object build(Object builder) {
        return invoke(method(builder.getClass(), "build"), builder);
    }

    /** The method of a builder that adds one item; of several for the same class, the one whose name begins like the list's. */
    static Method adder(Class<?> builder, String list, Class<?> item) {
        List<Method> candidates = Arrays.stream(builder.getMethods())
                .filter(method -> method.getName().startsWith("add") && method.getParameterCount() == 1)
                .filter(method -> method.getParameterTypes()[0] == Consumer.class)
                .filter(method ->
                        raw(argument(method.getGenericParameterTypes()[0], 0)).getDeclaringClass() == item)
                .toList();
        return candidates.stream()
                .filter(method -> candidates.size() == 1
                        || plain(list)
                                .startsWith(plain(method.getName().substring("add".length(), "add".length() + 3))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(builder.getName() + " has no method that adds to " + list));
    }

    /** {@return the accessor of a field} */
    static Method accessor(Class<?> type, Shape.Field field) {
        List<Method> found = accessors(type).stream()
                .filter(method -> plain(method.getName()).equals(plain(field.javaName())))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(type.getName() + " has " + found.size() + " accessors for " + field.javaName());
        }
        return found.get(0);
    }

    /** {@return what a model tells of itself, what its superclass has aside} */
    static List<Method> accessors(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .filter(method -> !OF_EVERY_MODEL.contains(method.getName()))
                .toList();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** {@return the class of a type, without its arguments} */
    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** {@return an argument of a type} */
    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    /** {@return a public method of exactly these parameters} */
    static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e.getMessage() + " is missing", e);
        }
    }

    /** Calls a method that answers with something. */
    static Object invoke(Method method, @Nullable Object target, Object... arguments) {
        return Objects.requireNonNull(invokeForAny(method, target, arguments), method.getName());
    }

    /** Calls a method, and throws what it throws. */
    static @Nullable Object invokeForAny(Method method, @Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}

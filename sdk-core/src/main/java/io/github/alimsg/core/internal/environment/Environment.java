package io.github.alimsg.core.internal.environment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the process. Everything in this module that reads variables or properties reads them here.
 *
 * @param variables environment variables by name
 * @param properties system properties by name
 */
public record Environment(Function<String, @Nullable String> variables, Function<String, @Nullable String> properties) {
    /** The environment of this process. */
    public static final Environment PROCESS =
            new Environment(name -> System.getenv(name), name -> System.getProperty(name));

    /** A variable as it is set; null when it is not. */
    public @Nullable String variable(String name) {
        return variables.apply(name);
    }

    /** A system property; null when it is not set. */
    public @Nullable String property(String name) {
        return properties.apply(name);
    }

    /** A variable without surrounding space; null when nothing is left. */
    public @Nullable String setting(String name) {
        String value = variable(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Whether a variable is {@code true}, in upper or lower case. */
    public boolean isTrue(String name) {
        return "true".equalsIgnoreCase(setting(name));
    }
}

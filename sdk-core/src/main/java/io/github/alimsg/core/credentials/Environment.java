package io.github.alimsg.core.credentials;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings around the process.
 *
 * @param variable environment variables by name
 * @param property system properties by name
 */
record Environment(UnaryOperator<@Nullable String> variable, UnaryOperator<@Nullable String> property) {
    static final Environment PROCESS = new Environment(name -> System.getenv(name), name -> System.getProperty(name));

    @Nullable
    String variable(String name) {
        return variable.apply(name);
    }

    @Nullable
    String property(String name) {
        return property.apply(name);
    }

    Path home(String first, String... more) {
        String home = property("user.home");
        return Path.of(home == null ? "." : home).resolve(Path.of(first, more));
    }

    /** The profile that is chosen for all files; null to go by the file. */
    @Nullable
    String profile() {
        return CredentialsSource.filled(variable("ALIBABA_CLOUD_PROFILE"));
    }
}

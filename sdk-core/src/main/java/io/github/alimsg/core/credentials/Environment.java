package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the process: its settings, what assumes roles, and where the metadata service is.
 *
 * @param variable environment variables by name
 * @param property system properties by name
 * @param roles finds what assumes roles; returns null when there is nothing
 * @param metadataService where the metadata service of the machine listens
 */
record Environment(
        Function<String, @Nullable String> variable,
        Function<String, @Nullable String> property,
        Supplier<@Nullable RoleAssumer> roles,
        URI metadataService) {
    static final String PROFILE = "ALIBABA_CLOUD_PROFILE";
    static final Environment PROCESS = new Environment(name -> System.getenv(name), name -> System.getProperty(name));

    Environment(Function<String, @Nullable String> variable, Function<String, @Nullable String> property) {
        this(variable, property, Environment::installedRoles, URI.create("http://100.100.100.200"));
    }

    @Nullable
    String variable(String name) {
        return variable.apply(name);
    }

    @Nullable
    String property(String name) {
        return property.apply(name);
    }

    /** A variable without surrounding space; null when nothing is left. */
    @Nullable
    String setting(String name) {
        return CredentialsSource.filled(variable(name));
    }

    boolean isTrue(String name) {
        return "true".equalsIgnoreCase(setting(name));
    }

    /** A path in the home directory; null when there can be none. */
    @Nullable
    Path home(String first, String... more) {
        String home = property("user.home");
        try {
            return Path.of(home == null ? "." : home).resolve(Path.of(first, more));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The profile that is chosen for all files; null to leave it to the file. */
    @Nullable
    String profile() {
        return setting(PROFILE);
    }

    /** Finds what assumes roles, for a source that needs it. */
    RoleAssumer roles(String source) {
        RoleAssumer found = roles.get();
        if (found == null) {
            throw new CredentialsException(
                    source, "names a RAM role, which requires STS: add io.github.alimsg:sdk-sts");
        }
        return found;
    }

    private static @Nullable RoleAssumer installedRoles() {
        // The loader of this class: in application servers the thread's loader may belong to another application.
        return ServiceLoader.load(RoleAssumer.class, RoleAssumer.class.getClassLoader())
                .findFirst()
                .orElse(null);
    }
}

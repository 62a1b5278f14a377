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
 * What stands around the process: its settings, who takes on roles, where the metadata service is.
 *
 * @param variable environment variables by name
 * @param property system properties by name
 * @param roles finds what takes on roles; gives null when it is not there
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

    /** A variable without the space around it; null when nothing is left. */
    @Nullable
    String setting(String name) {
        return CredentialsSource.filled(variable(name));
    }

    boolean isTrue(String name) {
        return "true".equalsIgnoreCase(setting(name));
    }

    /** A path in the home folder; null where none can be. */
    @Nullable
    Path home(String first, String... more) {
        String home = property("user.home");
        try {
            return Path.of(home == null ? "." : home).resolve(Path.of(first, more));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** The profile that is chosen for all files; null to go by the file. */
    @Nullable
    String profile() {
        return setting(PROFILE);
    }

    /** What takes on roles, for a source that asks for it. */
    RoleAssumer roles(String source) {
        RoleAssumer found = roles.get();
        if (found == null) {
            throw new CredentialsException(source, "names a RAM role, which takes STS: add io.github.alimsg:sdk-sts");
        }
        return found;
    }

    private static @Nullable RoleAssumer installedRoles() {
        // The loader of this class: in application servers that of the thread may belong to somebody else.
        return ServiceLoader.load(RoleAssumer.class, RoleAssumer.class.getClassLoader())
                .findFirst()
                .orElse(null);
    }
}

package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.internal.environment.Environment;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What sources of credentials use: the settings of the process, what assumes roles, the metadata service, and the
 * transport of the client that asks.
 *
 * @param process variables and properties
 * @param roles finds what assumes roles; returns null when there is nothing
 * @param metadataService where the metadata service of the machine listens
 * @param transport carries calls to STS, and credentials URIs by https; null when no client shares its own
 */
record CredentialsEnvironment(
        Environment process,
        Supplier<@Nullable RoleAssumer> roles,
        URI metadataService,
        @Nullable HttpTransport transport) {
    static final String PROFILE = "ALIBABA_CLOUD_PROFILE";
    static final CredentialsEnvironment PROCESS =
            new CredentialsEnvironment(Environment.PROCESS.variables(), Environment.PROCESS.properties());

    CredentialsEnvironment(Function<String, @Nullable String> variable, Function<String, @Nullable String> property) {
        this(variable, property, CredentialsEnvironment::installedRoles, URI.create("http://100.100.100.200"));
    }

    CredentialsEnvironment(
            Function<String, @Nullable String> variable,
            Function<String, @Nullable String> property,
            Supplier<@Nullable RoleAssumer> roles,
            URI metadataService) {
        this(new Environment(variable, property), roles, metadataService, null);
    }

    /** The same, over the transport of a client. */
    CredentialsEnvironment over(HttpTransport other) {
        return new CredentialsEnvironment(process, roles, metadataService, other);
    }

    @Nullable
    String variable(String name) {
        return process.variable(name);
    }

    @Nullable
    String property(String name) {
        return process.property(name);
    }

    /** A variable without surrounding space; null when nothing is left. */
    @Nullable
    String setting(String name) {
        return process.setting(name);
    }

    boolean isTrue(String name) {
        return process.isTrue(name);
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

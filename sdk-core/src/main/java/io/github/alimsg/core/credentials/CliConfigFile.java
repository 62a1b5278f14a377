package io.github.alimsg.core.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.internal.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Credentials of the vendor's command line: {@code ~/.aliyun/config.json}. */
final class CliConfigFile extends CredentialsSource {
    private final Path file;
    private final @Nullable String profile;
    private final boolean disabled;
    private final Environment environment;
    private final RoleProfile.Kept kept = new RoleProfile.Kept();

    CliConfigFile(Path file, @Nullable String profile, boolean disabled) {
        this(file, profile, disabled, Environment.PROCESS);
    }

    private CliConfigFile(Path file, @Nullable String profile, boolean disabled, Environment environment) {
        this.file = file;
        this.profile = profile;
        this.disabled = disabled;
        this.environment = environment;
    }

    static CliConfigFile of(Environment environment) {
        return new CliConfigFile(
                environment.home(".aliyun", "config.json"),
                environment.profile(),
                environment.isTrue("ALIBABA_CLOUD_CLI_PROFILE_DISABLED"),
                environment);
    }

    @Override
    String name() {
        return "command line's " + file.getFileName() + ", profile " + (profile == null ? "current" : profile);
    }

    @Override
    String whatIsMissing() {
        return disabled
                ? "switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED"
                : "no such file, or no such profile in it";
    }

    @Override
    @Nullable
    Credentials find() {
        JsonNode config = disabled ? null : config();
        if (config == null) {
            return null;
        }
        String wanted = profile == null ? config.path("current").asText() : profile;
        JsonNode entry = entry(config, wanted);
        if (entry == null) {
            return null;
        }
        Credentials key = key(entry);
        // Profiles lead to one another, so all of them together say what a role needs.
        return key != null
                ? key
                : through(
                        kept.get(List.of(wanted, config.path("profiles")), () -> role(config, entry, Set.of(wanted))));
    }

    private static @Nullable JsonNode entry(JsonNode config, String name) {
        for (JsonNode entry : config.path("profiles")) {
            if (text(entry, "name").equals(name)) {
                return entry;
            }
        }
        return null;
    }

    /** The credentials that stand in a profile; null when it is of another mode. */
    private @Nullable Credentials key(JsonNode entry) {
        return switch (text(entry, "mode")) {
            case "AK" -> accessKey(entry);
            case "StsToken" ->
                required(temporary(
                        "access_key_id",
                        text(entry, "access_key_id"),
                        "access_key_secret",
                        text(entry, "access_key_secret"),
                        "sts_token",
                        text(entry, "sts_token")));
            default -> null;
        };
    }

    private Credentials accessKey(JsonNode entry) {
        return required(of(
                "access_key_id",
                text(entry, "access_key_id"),
                "access_key_secret",
                text(entry, "access_key_secret"),
                null));
    }

    private CredentialsProvider role(JsonNode config, JsonNode entry, Set<String> names) {
        var role = new RoleProfile(name(), environment, RoleProfile.Names.CLI, field -> text(entry, field));
        String mode = text(entry, "mode");
        return switch (mode) {
            case "RamRoleArn" -> role.assumeRole(CredentialsProviders.fixed(accessKey(entry)));
            case "ChainableRamRoleArn" -> role.assumeRole(source(config, entry, names));
            case "OIDC" -> role.assumeRoleWithOidc();
            case "EcsRamRole" -> role.machineRole();
            case "CredentialsURI" -> role.uri();
            default ->
                throw new CredentialsException(
                        name(),
                        "mode " + mode + " is not supported; AK, StsToken, RamRoleArn, ChainableRamRoleArn, OIDC,"
                                + " EcsRamRole and CredentialsURI are");
        };
    }

    /** The profile whose credentials take on the role of another. */
    private CredentialsProvider source(JsonNode config, JsonNode entry, Set<String> names) {
        String name = text(entry, "source_profile");
        JsonNode source = entry(config, name);
        if (name.isEmpty() || source == null) {
            throw new CredentialsException(
                    name(), name.isEmpty() ? "source_profile is not set" : "source_profile " + name + " is not there");
        }
        if (names.contains(name)) {
            throw new CredentialsException(name(), "source_profile leads back to " + name);
        }
        Credentials key = key(source);
        if (key != null) {
            return CredentialsProviders.fixed(key);
        }
        Set<String> all = new HashSet<>(names);
        all.add(name);
        return role(config, source, all);
    }

    private static String text(JsonNode entry, String field) {
        JsonNode node = entry.path(field);
        return node.isNull() ? "" : node.asText();
    }

    @Override
    public void invalidate() {
        kept.invalidate();
    }

    private @Nullable JsonNode config() {
        try {
            JsonNode config = RawJson.tree(Files.readAllBytes(file));
            if (config == null || !config.isObject()) {
                throw new CredentialsException(name(), "is no JSON object");
            }
            return config;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new CredentialsException(
                    name(), "cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}

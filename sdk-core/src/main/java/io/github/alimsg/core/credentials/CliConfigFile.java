package io.github.alimsg.core.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.internal.json.RawJson;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Credentials of the vendor's command line: {@code ~/.aliyun/config.json}. */
final class CliConfigFile extends ProfileFile {
    private static final String DISABLED = "ALIBABA_CLOUD_CLI_PROFILE_DISABLED";

    /** The modes in which a profile without any key was never filled in. */
    private static final Set<String> KEY_MODES = Set.of("", "AK", "StsToken");

    private static final Set<String> CREDENTIALS = Set.of(
            "access_key_id",
            "access_key_secret",
            "sts_token",
            "ram_role_arn",
            "ram_role_name",
            "source_profile",
            "oidc_provider_arn",
            "oidc_token_file",
            "credentials_uri");

    private final String called;
    private final boolean disabled;

    CliConfigFile(Path file, @Nullable String profile) {
        super(file, profile, CredentialsEnvironment.PROCESS, null);
        this.called = String.valueOf(file.getFileName());
        this.disabled = false;
    }

    private CliConfigFile(CredentialsEnvironment environment) {
        super(
                environment.home(".aliyun", "config.json"),
                environment.profile(),
                environment,
                environment.profile() == null ? null : () -> CredentialsFile.of(environment));
        this.called = "config.json";
        this.disabled = environment.isTrue(DISABLED);
    }

    static CliConfigFile of(CredentialsEnvironment environment) {
        return new CliConfigFile(environment);
    }

    @Override
    String name() {
        return "command line's " + called + ", profile " + (profile == null ? "current" : profile);
    }

    @Override
    String whatIsMissing() {
        return disabled ? "switched off by " + DISABLED : super.whatIsMissing();
    }

    @Override
    @Nullable
    Credentials find() {
        JsonNode config = config();
        JsonNode entry = config == null ? null : wanted(config);
        if (config == null || entry == null) {
            return absent();
        }
        Credentials key = key(entry);
        // Profiles refer to one another, so a role's settings are spread over all of them.
        return key != null
                ? key
                : through(kept.get(
                        List.of(text(entry, "name"), config.path("profiles")),
                        () -> role(config, entry, Set.of(text(entry, "name")))));
    }

    @Override
    boolean setsSomething() {
        JsonNode config = config();
        return config != null && wanted(config) != null;
    }

    /** The profile to use; null when there is none, and when it sets nothing. */
    private @Nullable JsonNode wanted(JsonNode config) {
        String name = profile == null ? text(config, "current") : profile;
        JsonNode entry = entry(config, name);
        if (entry == null && profile == null && !name.isEmpty() && hasProfiles(config)) {
            throw new CredentialsException(name(), "current names a profile that does not exist");
        }
        return entry == null || isEmpty(entry) ? null : entry;
    }

    private static boolean hasProfiles(JsonNode config) {
        for (JsonNode entry : config.path("profiles")) {
            if (entry.isObject()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmpty(JsonNode entry) {
        return KEY_MODES.contains(text(entry, "mode"))
                && CREDENTIALS.stream().allMatch(field -> text(entry, field).isEmpty());
    }

    private static @Nullable JsonNode entry(JsonNode config, String name) {
        for (JsonNode entry : config.path("profiles")) {
            if (!name.isEmpty() && text(entry, "name").equals(name)) {
                return entry;
            }
        }
        return null;
    }

    /** The credentials in a profile; null when it has another mode. */
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
                null,
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
            default -> // not quoted, since a secret may be in the wrong place
                throw new CredentialsException(
                        name(),
                        (mode.isEmpty() ? "its mode is not set" : "its mode is not supported")
                                + "; AK, StsToken, RamRoleArn, ChainableRamRoleArn, OIDC, EcsRamRole and CredentialsURI"
                                + " are supported");
        };
    }

    /** The profile whose credentials assume the role of another. */
    private CredentialsProvider source(JsonNode config, JsonNode entry, Set<String> names) {
        String name = text(entry, "source_profile");
        JsonNode source = entry(config, name);
        if (name.isEmpty() || source == null) {
            throw new CredentialsException(
                    name(),
                    name.isEmpty()
                            ? "source_profile is not set"
                            : "source_profile names a profile that does not exist");
        }
        if (names.contains(name)) {
            throw new CredentialsException(name(), "source_profile leads back to itself");
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
        return node.isNull() ? "" : node.asText().strip();
    }

    private @Nullable JsonNode config() {
        byte[] bytes = disabled ? null : bytes();
        if (bytes == null) {
            return null;
        }
        JsonNode config = RawJson.tree(bytes);
        if (config == null || !config.isObject()) {
            throw new CredentialsException(name(), "is not a JSON object");
        }
        return config;
    }
}

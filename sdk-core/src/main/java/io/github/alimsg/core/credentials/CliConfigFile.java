package io.github.alimsg.core.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.internal.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Credentials of the vendor's command line: {@code ~/.aliyun/config.json}. */
final class CliConfigFile extends CredentialsSource {
    private final Path file;
    private final @Nullable String profile;
    private final boolean disabled;

    CliConfigFile(Path file, @Nullable String profile, boolean disabled) {
        this.file = file;
        this.profile = profile;
        this.disabled = disabled;
    }

    static CliConfigFile of(Environment environment) {
        return new CliConfigFile(
                environment.home(".aliyun", "config.json"),
                environment.profile(),
                "true".equalsIgnoreCase(environment.variable("ALIBABA_CLOUD_CLI_PROFILE_DISABLED")));
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
        for (JsonNode entry : config.path("profiles")) {
            if (entry.path("name").asText().equals(wanted)) {
                return of(entry);
            }
        }
        return null;
    }

    private Credentials of(JsonNode entry) {
        String mode = entry.path("mode").asText();
        Credentials found = switch (mode) {
            case "AK" -> of(entry, null);
            case "StsToken" ->
                temporary(
                        "access_key_id",
                        entry.path("access_key_id").asText(),
                        "access_key_secret",
                        entry.path("access_key_secret").asText(),
                        "sts_token",
                        entry.path("sts_token").asText());
            default ->
                throw new CredentialsException(name(), "mode " + mode + " is not supported; AK and StsToken are");
        };
        if (found == null) {
            throw new CredentialsException(name(), "access_key_id and access_key_secret are missing");
        }
        return found;
    }

    private @Nullable Credentials of(JsonNode entry, @Nullable String token) {
        return of(
                "access_key_id",
                entry.path("access_key_id").asText(),
                "access_key_secret",
                entry.path("access_key_secret").asText(),
                token);
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

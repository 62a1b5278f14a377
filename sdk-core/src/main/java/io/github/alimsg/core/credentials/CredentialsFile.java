package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials in the vendor's {@code ~/.alibabacloud/credentials.ini}: a section for each profile. */
final class CredentialsFile extends CredentialsSource {
    private final Path file;
    private final String profile;
    private final Environment environment;
    private final RoleProfile.Kept kept = new RoleProfile.Kept();

    CredentialsFile(Path file, @Nullable String profile) {
        this(file, profile, Environment.PROCESS);
    }

    private CredentialsFile(Path file, @Nullable String profile, Environment environment) {
        this.file = file;
        this.profile = profile == null ? "default" : profile;
        this.environment = environment;
    }

    static CredentialsFile of(Environment environment) {
        String path = filled(environment.variable("ALIBABA_CLOUD_CREDENTIALS_FILE"));
        return new CredentialsFile(
                path == null ? environment.home(".alibabacloud", "credentials.ini") : Path.of(path),
                environment.profile(),
                environment);
    }

    @Override
    String name() {
        return "credentials file " + file.getFileName() + ", profile " + profile;
    }

    @Override
    String whatIsMissing() {
        return "no such file, or no such profile in it";
    }

    @Override
    @Nullable
    Credentials find() {
        Map<String, String> section = section();
        if (section == null || "false".equalsIgnoreCase(section.get("enable"))) {
            return null;
        }
        String type = section.getOrDefault("type", "access_key");
        return switch (type) {
            case "access_key" -> required(key(section));
            case "sts" ->
                required(temporary(
                        "access_key_id",
                        section.get("access_key_id"),
                        "access_key_secret",
                        section.get("access_key_secret"),
                        "security_token",
                        section.get("security_token")));
            case "ram_role_arn" -> {
                Credentials own = required(key(section));
                yield through(kept.get(section, () -> role(section).assumeRole(() -> own)));
            }
            case "oidc_role_arn" ->
                through(kept.get(section, () -> role(section).assumeRoleWithOidc()));
            case "ecs_ram_role" -> through(kept.get(section, () -> role(section).machineRole()));
            default ->
                throw new CredentialsException(
                        name(),
                        "type " + type + " is not supported; access_key, sts, ram_role_arn, oidc_role_arn and"
                                + " ecs_ram_role are");
        };
    }

    private @Nullable Credentials key(Map<String, String> section) {
        return of(
                "access_key_id",
                section.get("access_key_id"),
                "access_key_secret",
                section.get("access_key_secret"),
                null);
    }

    private RoleProfile role(Map<String, String> section) {
        return new RoleProfile(name(), environment, RoleProfile.Names.INI, section::get);
    }

    @Override
    public void invalidate() {
        kept.invalidate();
    }

    /** The profile's entries; null when there is no such file or section. */
    private @Nullable Map<String, String> section() {
        Map<String, String> entries = null;
        for (String line : lines().replace("\uFEFF", "").split("\\R", -1)) {
            String text = line.strip();
            if (text.startsWith("[") && text.endsWith("]")) {
                if (entries != null) {
                    return entries;
                }
                boolean wanted = text.substring(1, text.length() - 1).strip().equals(profile);
                entries = wanted ? new HashMap<>() : null;
            } else if (entries != null && text.indexOf('=') > 0 && !text.startsWith("#") && !text.startsWith(";")) {
                int equals = text.indexOf('=');
                entries.put(
                        text.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        text.substring(equals + 1).strip());
            }
        }
        return entries;
    }

    private String lines() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new CredentialsException(
                    name(), "cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}

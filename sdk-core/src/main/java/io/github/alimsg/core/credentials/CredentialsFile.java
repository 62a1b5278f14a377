package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Credentials in the vendor's {@code ~/.alibabacloud/credentials.ini}: a section for each profile. */
final class CredentialsFile extends ProfileFile {
    private static final String FILE = "ALIBABA_CLOUD_CREDENTIALS_FILE";
    private static final Set<String> NO_CREDENTIALS = Set.of("type", "enable");
    private static final Set<String> KEY_TYPES = Set.of("access_key", "sts");

    private final String section;
    private final String called;
    private final boolean fileIsNamed;

    CredentialsFile(Path file, @Nullable String profile) {
        super(file, profile, CredentialsEnvironment.PROCESS, null);
        this.section = profile == null ? "default" : profile;
        this.called = String.valueOf(file.getFileName());
        this.fileIsNamed = false;
    }

    private CredentialsFile(@Nullable Path file, boolean fileIsNamed, CredentialsEnvironment environment) {
        super(
                file,
                environment.profile(),
                environment,
                environment.profile() == null ? null : () -> CliConfigFile.of(environment));
        this.section = profile == null ? "default" : profile;
        this.called = fileIsNamed ? "named by " + FILE : "credentials.ini";
        this.fileIsNamed = fileIsNamed;
    }

    static CredentialsFile of(CredentialsEnvironment environment) {
        String named = environment.setting(FILE);
        return named == null
                ? new CredentialsFile(environment.home(".alibabacloud", "credentials.ini"), false, environment)
                : new CredentialsFile(path(named, environment), true, environment);
    }

    private static @Nullable Path path(String named, CredentialsEnvironment environment) {
        try {
            return named.startsWith("~/") ? environment.home(named.substring(2)) : Path.of(named);
        } catch (InvalidPathException e) { // an impossible path, so there is no file
            return null;
        }
    }

    @Override
    String name() {
        return "credentials file " + called + ", profile " + section;
    }

    @Override
    @Nullable
    Credentials find() {
        IniFile.Section found = section();
        if (found == null) {
            return absent();
        }
        return switch (type(found)) {
            case "access_key" -> required(key(found));
            case "sts" ->
                required(temporary(
                        "access_key_id",
                        found.get("access_key_id"),
                        "access_key_secret",
                        found.get("access_key_secret"),
                        "security_token",
                        found.get("security_token")));
            case "ram_role_arn" -> {
                Credentials own = required(key(found));
                yield through(kept.get(found, () -> role(found).assumeRole(() -> own)));
            }
            case "oidc_role_arn" -> through(kept.get(found, () -> role(found).assumeRoleWithOidc()));
            case "ecs_ram_role" -> through(kept.get(found, () -> role(found).machineRole()));
            default -> // not quoted, since a secret may be in the wrong place
                throw new CredentialsException(
                        name(),
                        "its type is not supported; access_key, sts, ram_role_arn, oidc_role_arn and ecs_ram_role are");
        };
    }

    @Override
    @Nullable
    Credentials absent() {
        if (fileIsNamed) {
            throw new CredentialsException(name(), whatIsMissing());
        }
        return super.absent();
    }

    private static String type(IniFile.Section section) {
        String type = section.get("type");
        return type == null ? "access_key" : type;
    }

    private @Nullable Credentials key(IniFile.Section section) {
        return of(
                "access_key_id",
                section.get("access_key_id"),
                "access_key_secret",
                section.get("access_key_secret"),
                null,
                null);
    }

    private RoleProfile role(IniFile.Section section) {
        return new RoleProfile(name(), environment, RoleProfile.Names.INI, section::get);
    }

    @Override
    boolean setsSomething() {
        return section() != null;
    }

    /** The profile's section; null when there is none, when it is switched off, and when it sets nothing. */
    private IniFile.@Nullable Section section() {
        IniFile.Section found;
        try {
            found = IniFile.section(text(), section);
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(name(), String.valueOf(e.getMessage()), e);
        }
        return found == null || "false".equalsIgnoreCase(found.get("enable")) || isEmpty(found) ? null : found;
    }

    private static boolean isEmpty(IniFile.Section section) {
        return !section.odd()
                && KEY_TYPES.contains(type(section))
                && section.entries().entrySet().stream()
                        .allMatch(entry -> NO_CREDENTIALS.contains(entry.getKey())
                                || entry.getValue().isEmpty());
    }

    private String text() {
        byte[] bytes = bytes();
        try {
            return bytes == null
                    ? ""
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            throw unreadable(e);
        }
    }
}

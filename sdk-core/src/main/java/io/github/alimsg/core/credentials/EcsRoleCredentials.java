package io.github.alimsg.core.credentials;

import io.github.alimsg.core.credentials.CredentialsHttp.UnreachableException;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of the RAM role that is attached to the machine, from the metadata service of ECS. Asks for a token
 * first; continues without one where the service gives none, unless that is forbidden.
 */
final class EcsRoleCredentials implements CredentialsProvider {
    private static final String ROLES = "/latest/meta-data/ram/security-credentials/";
    private static final String DISABLED = "ALIBABA_CLOUD_ECS_METADATA_DISABLED";
    private static final String WITHOUT_TOKEN_DISABLED = "ALIBABA_CLOUD_IMDSV1_DISABLED";
    private static final Pattern ROLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final CredentialsEnvironment environment;
    private final @Nullable String role;
    private final CredentialsHttp http;
    private final TimeSource time;
    private volatile boolean answeredBefore;

    EcsRoleCredentials(
            CredentialsEnvironment environment, @Nullable String role, CredentialsHttp http, TimeSource time) {
        this.environment = environment;
        this.role = CredentialsSource.filled(role);
        this.http = http;
        this.time = time;
    }

    /**
     * Uses the role of this machine.
     *
     * @param role its name; null for what {@code ALIBABA_CLOUD_ECS_METADATA} names, else whichever is attached
     */
    static EcsRoleCredentials of(CredentialsEnvironment environment, @Nullable String role) {
        return new EcsRoleCredentials(
                environment,
                CredentialsSource.filled(role) == null ? environment.variable("ALIBABA_CLOUD_ECS_METADATA") : role,
                new CredentialsHttp(Duration.ofSeconds(1), Duration.ofSeconds(2)),
                TimeSource.system());
    }

    @Override
    public Credentials credentials() {
        if (environment.isTrue(DISABLED)) {
            throw new CredentialsException(toString(), "switched off by " + DISABLED);
        }
        if (role != null && !ROLE.matcher(role).matches()) {
            throw wrong("is not a valid role name");
        }
        try {
            Credentials found = fetch();
            answeredBefore = true;
            return found;
        } catch (UnreachableException e) {
            var nowhere = new CredentialsException(toString(), "the metadata service " + e.getMessage(), e);
            // With no name set and no reply ever, this is simply not an ECS instance.
            throw role == null && !answeredBefore ? nowhere : nowhere.asMisconfigured();
        } catch (IOException e) {
            throw new CredentialsException(toString(), "asking the metadata service failed: " + e.getMessage(), e)
                    .asMisconfigured();
        }
    }

    private Credentials fetch() throws IOException {
        Map<String, String> headers = token();
        String name = role == null ? attachedRole(headers) : role;
        CredentialsHttp.Reply reply = http.get(uri(ROLES + name), headers);
        if (reply.status() == 404) {
            throw wrong("the role " + name + " is not attached to this machine");
        }
        requireOk(reply);
        try {
            return new CredentialsReply(toString()).read(reply, time.instant());
        } catch (CredentialsException e) {
            throw e.asMisconfigured();
        }
    }

    private Map<String, String> token() throws IOException {
        String failure;
        try {
            CredentialsHttp.Reply reply =
                    http.put(uri("/latest/api/token"), Map.of("X-aliyun-ecs-metadata-token-ttl-seconds", "60"));
            String token = reply.body().strip();
            if (reply.isOk() && !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                return Map.of("X-aliyun-ecs-metadata-token", token);
            }
            failure = reply.isOk() ? "an empty or invalid token" : "HTTP " + reply.status();
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) { // in containers the token may be lost on its way
            failure = String.valueOf(e.getMessage());
        }
        if (environment.isTrue(WITHOUT_TOKEN_DISABLED)) {
            throw wrong(
                    "no token (" + failure + "), and " + WITHOUT_TOKEN_DISABLED + " forbids continuing without one");
        }
        return Map.of();
    }

    private String attachedRole(Map<String, String> headers) throws IOException {
        CredentialsHttp.Reply reply = http.get(uri(ROLES), headers);
        if (reply.status() == 404) {
            throw new CredentialsException(toString(), "no role is attached to this machine");
        }
        requireOk(reply);
        String name = reply.body().lines().findFirst().orElse("").strip();
        if (!ROLE.matcher(name).matches()) {
            throw wrong("the metadata service replied with something that is not a role name");
        }
        return name;
    }

    private void requireOk(CredentialsHttp.Reply reply) {
        if (!reply.isOk()) {
            throw wrong("the metadata service replied with HTTP " + reply.status());
        }
    }

    private URI uri(String path) {
        return environment.metadataService().resolve(path);
    }

    private CredentialsException wrong(String reason) {
        return new CredentialsException(toString(), reason).asMisconfigured();
    }

    @Override
    public String toString() {
        return role == null || !ROLE.matcher(role).matches() ? "ECS role" : "ECS role " + role;
    }
}

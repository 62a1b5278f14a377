package io.github.alimsg.sts;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.sts.model.AssumeRoleRequest;
import io.github.alimsg.sts.model.AssumeRoleWithOIDCRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Providers of temporary credentials: those of a RAM role, taken on through STS. Each keeps what it was given until
 * shortly before its end, as {@link CredentialsProviders#cached(CredentialsProvider)} does, and has no thread of its own.
 *
 * <pre>{@code
 * CredentialsProvider role = StsCredentials.assumeRole(r -> r
 *         .source(CredentialsProviders.environment())
 *         .roleArn("acs:ram::123456789012:role/messaging"));
 * CamsClient cams = CamsClient.builder().credentials(role).build();
 * }</pre>
 */
public final class StsCredentials {
    private StsCredentials() {}

    /**
     * A role that other credentials take on, by {@code AssumeRole}. Those may be of a role in turn.
     *
     * @param settings sets {@code source} and {@code roleArn} at least
     * @return a provider of the role's credentials
     * @throws IllegalArgumentException when something required is missing: names it all
     */
    public static CredentialsProvider assumeRole(Consumer<AssumeRole> settings) {
        var role = new AssumeRole();
        settings.accept(role);
        return role.build();
    }

    /**
     * A role that the bearer of an OpenID Connect token takes on, by {@code AssumeRoleWithOIDC}. The token is read anew
     * for every call, since it is replaced before it ends. The call is not signed.
     *
     * @param settings sets {@code roleArn}, {@code oidcProviderArn} and {@code tokenFile} at least
     * @return a provider of the role's credentials
     * @throws IllegalArgumentException when something required is missing: names it all
     */
    public static CredentialsProvider assumeRoleWithOidc(Consumer<AssumeRoleWithOidc> settings) {
        var role = new AssumeRoleWithOidc();
        settings.accept(role);
        return role.build();
    }

    /**
     * What both ways have in common.
     *
     * @param <B> the settings themselves
     */
    public abstract static class Settings<B extends Settings<B>> {
        /** Shorter than for other calls: this one holds up another, which has a deadline of its own. */
        private static final Duration MAX_CALL_TIME = Duration.ofSeconds(20);

        @Nullable
        String roleArn;

        String sessionName = "alimsg-java";

        @Nullable
        String policy;

        private @Nullable Duration duration;
        private @Nullable StsClient client;
        private TimeSource time = TimeSource.system();

        Settings() {}

        /**
         * The role to take on.
         *
         * @param roleArn its resource name, such as {@code acs:ram::123456789012:role/messaging}
         * @return these settings
         */
        public final B roleArn(String roleArn) {
            this.roleArn = Objects.requireNonNull(roleArn);
            return self();
        }

        /**
         * What the session is called in audit logs. Default {@code alimsg-java}.
         *
         * @param sessionName 2 to 64 letters, digits, dots, at signs, dashes and underscores
         * @return these settings
         */
        public final B sessionName(String sessionName) {
            this.sessionName = Objects.requireNonNull(sessionName);
            return self();
        }

        /**
         * How long the credentials live. Default: the service's, an hour.
         *
         * @param duration 15 minutes up to the role's {@code MaxSessionDuration}, in whole seconds
         * @return these settings
         * @throws IllegalArgumentException when it is less than a second
         */
        public final B duration(Duration duration) {
            if (duration.toSeconds() < 1) {
                throw new IllegalArgumentException("a session lasts a second at least, not " + duration);
            }
            this.duration = duration;
            return self();
        }

        /**
         * Narrows what the role may do. Default: all of it.
         *
         * @param policy a policy of RAM, as JSON
         * @return these settings
         */
        public final B policy(String policy) {
            this.policy = Objects.requireNonNull(policy);
            return self();
        }

        /**
         * The client to call STS with: its endpoint, proxy, timeouts and connections. Its credentials are not used. It
         * stays the caller's to close, after the last call that needs these credentials. Default: a client with default
         * settings and 20 seconds for a call.
         *
         * @param client the client
         * @return these settings
         */
        public final B client(StsClient client) {
            this.client = Objects.requireNonNull(client);
            return self();
        }

        /**
         * What tells when credentials end. Default: the machine's clock. For tests.
         *
         * @param time the source
         * @return these settings
         */
        public final B timeSource(TimeSource time) {
            this.time = Objects.requireNonNull(time);
            return self();
        }

        abstract CredentialsProvider build();

        /** The client, with whom to sign. */
        final StsClient client(CredentialsProvider signer) {
            return client == null
                    ? StsClient.builder()
                            .timeout(MAX_CALL_TIME)
                            .timeSource(time)
                            .credentials(signer)
                            .build()
                    : client.withOptions(options -> options.credentials(signer));
        }

        final @Nullable Long durationSeconds() {
            return duration == null ? null : duration.toSeconds();
        }

        final CredentialsProvider cached(String operation, RoleCredentials.AssumeRoleCall call) {
            String role = Objects.requireNonNull(roleArn);
            return CredentialsProviders.cached(new RoleCredentials(role, operation, duration, time, call), time);
        }

        /** Names all that is missing, from pairs of a name and a value. */
        static void require(String what, @Nullable Object... namesAndValues) {
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                if (namesAndValues[i + 1] == null) {
                    missing.add(String.valueOf(namesAndValues[i]));
                }
            }
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(what + " needs " + String.join(", ", missing));
            }
        }

        @SuppressWarnings("unchecked")
        private B self() {
            return (B) this;
        }
    }

    /** How to take on a role by {@code AssumeRole}. */
    public static final class AssumeRole extends Settings<AssumeRole> {
        private @Nullable CredentialsProvider source;
        private @Nullable String externalId;

        private AssumeRole() {}

        /**
         * Who takes on the role.
         *
         * @param source gives the credentials of a RAM user, or of another role
         * @return these settings
         */
        public AssumeRole source(CredentialsProvider source) {
            this.source = Objects.requireNonNull(source);
            return this;
        }

        /**
         * What the role's trust policy may ask for, so that nobody else's service takes the role on.
         *
         * @param externalId 2 to 1224 characters
         * @return these settings
         */
        public AssumeRole externalId(String externalId) {
            this.externalId = Objects.requireNonNull(externalId);
            return this;
        }

        @Override
        CredentialsProvider build() {
            require("assumeRole", "source", source, "roleArn", roleArn);
            StsClient sts = client(Objects.requireNonNull(source));
            AssumeRoleRequest request = request();
            return cached("AssumeRole", () -> Issued.of(sts.assumeRole(request).credentials()));
        }

        private AssumeRoleRequest request() {
            AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                    .roleArn(Objects.requireNonNull(roleArn))
                    .roleSessionName(sessionName);
            if (durationSeconds() != null) {
                request.durationSeconds(durationSeconds());
            }
            if (policy != null) {
                request.policy(policy);
            }
            if (externalId != null) {
                request.externalId(externalId);
            }
            return request.build();
        }
    }

    /** How to take on a role by {@code AssumeRoleWithOIDC}. */
    public static final class AssumeRoleWithOidc extends Settings<AssumeRoleWithOidc> {
        private @Nullable String oidcProviderArn;
        private @Nullable Path tokenFile;

        private AssumeRoleWithOidc() {}

        /**
         * Who issued the token.
         *
         * @param oidcProviderArn resource name of the identity provider in RAM, such as {@code
         *     acs:ram::123456789012:oidc-provider/ack}
         * @return these settings
         */
        public AssumeRoleWithOidc oidcProviderArn(String oidcProviderArn) {
            this.oidcProviderArn = Objects.requireNonNull(oidcProviderArn);
            return this;
        }

        /**
         * Where the token stands.
         *
         * @param tokenFile a file with nothing but the token
         * @return these settings
         */
        public AssumeRoleWithOidc tokenFile(Path tokenFile) {
            this.tokenFile = Objects.requireNonNull(tokenFile);
            return this;
        }

        @Override
        CredentialsProvider build() {
            require(
                    "assumeRoleWithOidc",
                    "roleArn",
                    roleArn,
                    "oidcProviderArn",
                    oidcProviderArn,
                    "tokenFile",
                    tokenFile);
            StsClient sts = client(CredentialsProviders.fixed(Credentials.anonymous()));
            var token = new TokenFile(Objects.requireNonNull(tokenFile));
            AssumeRoleWithOIDCRequest request = request();
            return cached(
                    "AssumeRoleWithOIDC",
                    () -> Issued.of(sts.assumeRoleWithOIDC(
                                    request.toBuilder().oidcToken(token.read()).build())
                            .credentials()));
        }

        private AssumeRoleWithOIDCRequest request() {
            AssumeRoleWithOIDCRequest.Builder request = AssumeRoleWithOIDCRequest.builder()
                    .roleArn(Objects.requireNonNull(roleArn))
                    .oidcProviderArn(Objects.requireNonNull(oidcProviderArn))
                    .roleSessionName(sessionName);
            if (durationSeconds() != null) {
                request.durationSeconds(durationSeconds());
            }
            if (policy != null) {
                request.policy(policy);
            }
            return request.build();
        }
    }
}

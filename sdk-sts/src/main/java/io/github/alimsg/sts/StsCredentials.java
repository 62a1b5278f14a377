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
 * Providers of temporary credentials of a RAM role, which is assumed through STS. Each caches the credentials until
 * shortly before they expire, as {@link CredentialsProviders#cached(CredentialsProvider)} does, and has no thread of
 * its own.
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
     * Returns the credentials of a role that is assumed with other credentials, by {@code AssumeRole}. Those may belong
     * to a role themselves.
     *
     * @param settings sets at least {@code source} and {@code roleArn}
     * @return a provider of the role's credentials
     * @throws IllegalArgumentException when something required is missing; names all of it
     */
    public static CredentialsProvider assumeRole(Consumer<AssumeRole> settings) {
        var role = new AssumeRole();
        settings.accept(role);
        return role.build();
    }

    /**
     * Returns the credentials of a role that is assumed with an OpenID Connect token, by {@code AssumeRoleWithOIDC}.
     * The token is read for every call, since it is replaced before it expires. The call is not signed.
     *
     * @param settings sets at least {@code roleArn}, {@code oidcProviderArn} and {@code tokenFile}
     * @return a provider of the role's credentials
     * @throws IllegalArgumentException when something required is missing; names all of it
     */
    public static CredentialsProvider assumeRoleWithOidc(Consumer<AssumeRoleWithOidc> settings) {
        var role = new AssumeRoleWithOidc();
        settings.accept(role);
        return role.build();
    }

    /**
     * The settings that both ways share.
     *
     * @param <B> the settings themselves
     */
    public abstract static class Settings<B extends Settings<B>> {
        /** Shorter than for other calls: this one delays another call, which has its own deadline. */
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
         * Sets the role to assume.
         *
         * @param roleArn its resource name, such as {@code acs:ram::123456789012:role/messaging}
         * @return these settings
         */
        public final B roleArn(String roleArn) {
            this.roleArn = Objects.requireNonNull(roleArn);
            return self();
        }

        /**
         * Sets the session's name in audit logs. Default {@code alimsg-java}.
         *
         * @param sessionName 2 to 64 letters, digits, dots, at signs, dashes and underscores
         * @return these settings
         */
        public final B sessionName(String sessionName) {
            this.sessionName = Objects.requireNonNull(sessionName);
            return self();
        }

        /**
         * Sets how long the credentials are valid. Default: the service's, one hour.
         *
         * @param duration 15 minutes up to the role's {@code MaxSessionDuration}, in whole seconds
         * @return these settings
         * @throws IllegalArgumentException when it is less than a second
         */
        public final B duration(Duration duration) {
            if (duration.toSeconds() < 1) {
                throw new IllegalArgumentException("the duration must be at least a second, not " + duration);
            }
            this.duration = duration;
            return self();
        }

        /**
         * Restricts what the role may do. Default: no restriction.
         *
         * @param policy a RAM policy, as JSON
         * @return these settings
         */
        public final B policy(String policy) {
            this.policy = Objects.requireNonNull(policy);
            return self();
        }

        /**
         * Sets the client to call STS with: its endpoint, proxy, timeouts and connections. Its credentials are not
         * used. Closing it remains your responsibility, after the last call that needs these credentials. Default: a
         * client with default settings and a timeout of 20 seconds.
         *
         * @param client the client
         * @return these settings
         */
        public final B client(StsClient client) {
            this.client = Objects.requireNonNull(client);
            return self();
        }

        /**
         * Sets the clock that tells when credentials expire. Default: the machine's clock. For tests.
         *
         * @param time the source
         * @return these settings
         */
        public final B timeSource(TimeSource time) {
            this.time = Objects.requireNonNull(time);
            return self();
        }

        abstract CredentialsProvider build();

        /** The client, with the credentials to sign with. */
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

        /** Names everything that is missing, given pairs of a name and a value. */
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

    /** Settings for {@code AssumeRole}. */
    public static final class AssumeRole extends Settings<AssumeRole> {
        private @Nullable CredentialsProvider source;
        private @Nullable String externalId;

        private AssumeRole() {}

        /**
         * Sets the credentials that assume the role.
         *
         * @param source provides the credentials of a RAM user, or of another role
         * @return these settings
         */
        public AssumeRole source(CredentialsProvider source) {
            this.source = Objects.requireNonNull(source);
            return this;
        }

        /**
         * Sets the external id that the role's trust policy may require, so that no other service can assume the role.
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

    /** Settings for {@code AssumeRoleWithOIDC}. */
    public static final class AssumeRoleWithOidc extends Settings<AssumeRoleWithOidc> {
        private @Nullable String oidcProviderArn;
        private @Nullable Path tokenFile;

        private AssumeRoleWithOidc() {}

        /**
         * Sets the issuer of the token.
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
         * Sets the file that has the token.
         *
         * @param tokenFile a file that contains only the token
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

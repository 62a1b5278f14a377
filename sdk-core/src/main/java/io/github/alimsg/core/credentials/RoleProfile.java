package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings that name a role, in either file or in the environment, and the providers for them. */
final class RoleProfile {
    /**
     * The names of settings that the vendor names differently in different places.
     *
     * @param roleArn resource name of the role to assume
     * @param sessionName name of the session
     * @param machineRole name of the role that is attached to the machine
     * @param oidcProviderArn resource name of the identity provider
     * @param oidcTokenFile path of the token
     */
    record Names(String roleArn, String sessionName, String machineRole, String oidcProviderArn, String oidcTokenFile) {
        static final Names CLI =
                new Names("ram_role_arn", "ram_session_name", "ram_role_name", "oidc_provider_arn", "oidc_token_file");
        static final Names INI =
                new Names("role_arn", "role_session_name", "role_name", "oidc_provider_arn", "oidc_token_file_path");
        static final Names ENVIRONMENT = new Names(
                "ALIBABA_CLOUD_ROLE_ARN",
                SESSION_NAME,
                "ALIBABA_CLOUD_ECS_METADATA",
                "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
                "ALIBABA_CLOUD_OIDC_TOKEN_FILE");
    }

    private static final String SESSION_NAME = "ALIBABA_CLOUD_ROLE_SESSION_NAME";
    private static final String STS_REGION = "ALIBABA_CLOUD_STS_REGION";

    private final String source;
    private final CredentialsEnvironment environment;
    private final Names names;
    private final Function<String, @Nullable String> settings;

    RoleProfile(
            String source,
            CredentialsEnvironment environment,
            Names names,
            Function<String, @Nullable String> settings) {
        this.source = source;
        this.environment = environment;
        this.names = names;
        this.settings = settings;
    }

    CredentialsProvider machineRole() {
        return CredentialsProviders.cached(EcsRoleCredentials.of(environment, setting(names.machineRole)));
    }

    CredentialsProvider assumeRole(CredentialsProvider from) {
        RoleSettings role = role();
        return made(() -> environment.roles(source).assumeRole(role, from));
    }

    CredentialsProvider assumeRoleWithOidc() {
        RoleSettings role = role();
        String provider = required(names.oidcProviderArn);
        String file = required(names.oidcTokenFile);
        return made(() -> environment.roles(source).assumeRoleWithOidc(role, provider, Path.of(file)));
    }

    CredentialsProvider uri() {
        return CredentialsProviders.cached(UriCredentials.of(required("credentials_uri"), environment));
    }

    private RoleSettings role() {
        String arn = required(names.roleArn);
        String session = setting(names.sessionName);
        String region = setting("sts_region");
        String vpc = setting("enable_vpc");
        RoleSettings role = RoleSettings.builder(arn)
                .sessionName(session == null ? environment.setting(SESSION_NAME) : session)
                .duration(duration())
                .policy(setting("policy"))
                .externalId(setting("external_id"))
                .stsRegion(region == null ? environment.setting(STS_REGION) : region)
                .vpc(
                        vpc == null
                                ? environment.isTrue("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED")
                                : vpc.equalsIgnoreCase("true"))
                .transport(environment.transport())
                .build();
        if (role.vpc() && role.stsRegion() == null) {
            throw new CredentialsException(
                    source, "STS inside a VPC needs its region: set sts_region or " + STS_REGION);
        }
        return role;
    }

    private @Nullable Duration duration() {
        String seconds = setting("expired_seconds");
        try {
            return seconds == null || seconds.equals("0")
                    ? null
                    : Duration.ofSeconds(Integer.parseUnsignedInt(seconds));
        } catch (NumberFormatException e) { // quotes the setting, so it is not used as a cause
            throw new CredentialsException(source, "expired_seconds is not a number of seconds");
        }
    }

    private @Nullable String setting(String name) {
        return CredentialsSource.filled(settings.apply(name));
    }

    private String required(String name) {
        String value = setting(name);
        if (value == null) {
            throw new CredentialsException(source, name + " is not set");
        }
        return value;
    }

    private CredentialsProvider made(Supplier<CredentialsProvider> maker) {
        try {
            return maker.get();
        } catch (InvalidPathException e) { // quotes the setting, so it is not used as a cause
            throw new CredentialsException(source, names.oidcTokenFile + " is not a valid path");
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(source, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The provider for a place's settings, kept while the settings stay the same, and so are the credentials it caches.
     */
    static final class Kept {
        private @Nullable Object said;
        private @Nullable CredentialsProvider provider;

        synchronized CredentialsProvider get(Object says, Supplier<CredentialsProvider> maker) {
            CredentialsProvider current = provider;
            if (current == null || !says.equals(said)) {
                current = maker.get();
                provider = current;
                said = says;
            }
            return current;
        }

        void invalidate() {
            CredentialsProvider current;
            synchronized (this) {
                current = provider;
            }
            if (current != null) {
                current.invalidate();
            }
        }
    }
}

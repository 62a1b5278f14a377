package io.github.alimsg.sts.internal;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.RoleAssumer;
import io.github.alimsg.core.credentials.RoleSettings;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.sts.StsCredentials;
import java.nio.file.Path;
import java.time.Duration;

/** Assumes the roles that profiles and the environment name. Found by {@link java.util.ServiceLoader}. */
public final class StsRoleAssumer implements RoleAssumer {
    private static final Duration MAX_CALL_TIME = Duration.ofSeconds(20);

    /** For the service loader. */
    public StsRoleAssumer() {}

    @Override
    public CredentialsProvider assumeRole(RoleSettings role, CredentialsProvider source) {
        return StsCredentials.assumeRole(settings -> {
            set(role, settings.source(source));
            if (role.externalId() != null) {
                settings.externalId(role.externalId());
            }
        });
    }

    @Override
    public CredentialsProvider assumeRoleWithOidc(RoleSettings role, String oidcProviderArn, Path tokenFile) {
        return StsCredentials.assumeRoleWithOidc(
                settings -> set(role, settings.oidcProviderArn(oidcProviderArn).tokenFile(tokenFile)));
    }

    private static void set(RoleSettings role, StsCredentials.Settings<?> settings) {
        settings.roleArn(role.roleArn());
        settings.client(client(role, StsClient.builder()));
        if (role.sessionName() != null) {
            settings.sessionName(role.sessionName());
        }
        if (role.duration() != null) {
            settings.duration(role.duration());
        }
        if (role.policy() != null) {
            settings.policy(role.policy());
        }
    }

    static StsClient client(RoleSettings role, StsClient.Builder client) {
        client.timeout(MAX_CALL_TIME);
        if (role.transport() != null) {
            client.transport(role.transport());
        }
        String region = role.stsRegion();
        if (region != null) {
            setRegion(client, region);
            if (role.vpc()) {
                // What the vendor's SDKs derive from their setting; its endpoint metadata has only public endpoints.
                client.endpoint("sts-vpc." + region + ".aliyuncs.com");
            }
        }
        return client.build();
    }

    private static void setRegion(StsClient.Builder client, String region) {
        try {
            client.region(region);
        } catch (IllegalArgumentException e) { // its message quotes the region, which may be a misplaced secret
            throw new IllegalArgumentException(
                    "the region of STS is not a region id: lowercase letters, digits, dashes");
        }
    }
}

package io.github.alimsg.core.credentials;

import java.nio.file.Path;

/**
 * Takes on RAM roles by calling STS, which this module cannot do. Found by {@link java.util.ServiceLoader}: the module
 * {@code io.github.alimsg:sdk-sts} provides it. For profiles and the environment; applications use its {@code
 * StsCredentials} instead. May change in any release.
 */
public interface RoleAssumer {
    /**
     * Credentials of a role, by {@code AssumeRole}.
     *
     * @param role which role, and how
     * @param source who takes it on
     * @return a provider that keeps what it was given until shortly before its end
     * @throws IllegalArgumentException when the role's settings name an endpoint that does not exist
     */
    CredentialsProvider assumeRole(RoleSettings role, CredentialsProvider source);

    /**
     * Credentials of a role, by {@code AssumeRoleWithOIDC}.
     *
     * @param role which role, and how
     * @param oidcProviderArn resource name of the identity provider in RAM
     * @param tokenFile where the token stands; read at each renewal
     * @return a provider that keeps what it was given until shortly before its end
     * @throws IllegalArgumentException when the role's settings name an endpoint that does not exist
     */
    CredentialsProvider assumeRoleWithOidc(RoleSettings role, String oidcProviderArn, Path tokenFile);
}

package io.github.alimsg.core.credentials;

import java.nio.file.Path;

/**
 * Assumes RAM roles by calling STS, which this module cannot do. Found by {@link java.util.ServiceLoader}: the module
 * {@code io.github.alimsg:sdk-sts} provides it. For profiles and the environment; applications use its {@code
 * StsCredentials} instead. May change in any release.
 */
public interface RoleAssumer {
    /**
     * Returns credentials of a role, by {@code AssumeRole}.
     *
     * @param role which role, and how
     * @param source the credentials that assume it
     * @return a provider that caches the credentials until shortly before they expire
     * @throws IllegalArgumentException when the role's settings name an endpoint that does not exist
     */
    CredentialsProvider assumeRole(RoleSettings role, CredentialsProvider source);

    /**
     * Returns credentials of a role, by {@code AssumeRoleWithOIDC}.
     *
     * @param role which role, and how
     * @param oidcProviderArn resource name of the identity provider in RAM
     * @param tokenFile the file with the token; read at each renewal
     * @return a provider that caches the credentials until shortly before they expire
     * @throws IllegalArgumentException when the role's settings name an endpoint that does not exist
     */
    CredentialsProvider assumeRoleWithOidc(RoleSettings role, String oidcProviderArn, Path tokenFile);
}

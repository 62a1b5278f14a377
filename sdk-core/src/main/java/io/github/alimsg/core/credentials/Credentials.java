package io.github.alimsg.core.credentials;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An access key that signs calls, with its security token if it is temporary. */
public final class Credentials {
    private static final Credentials ANONYMOUS = new Credentials();

    private final String accessKeyId;
    private final String accessKeySecret;
    private final @Nullable String securityToken;
    private final @Nullable Instant expiration;

    private Credentials(
            String accessKeyId, String accessKeySecret, @Nullable String securityToken, @Nullable Instant expiration) {
        this.accessKeyId = required("access key id", accessKeyId);
        this.accessKeySecret = required("access key secret", accessKeySecret);
        this.securityToken = securityToken;
        this.expiration = expiration;
    }

    private Credentials() {
        this.accessKeyId = "";
        this.accessKeySecret = "";
        this.securityToken = null;
        this.expiration = null;
    }

    /**
     * Returns credentials that leave calls unsigned. Few operations accept that: those that exchange another proof for
     * credentials, such as {@code AssumeRoleWithOIDC} of STS.
     *
     * @return credentials whose key id and secret are empty
     */
    public static Credentials anonymous() {
        return ANONYMOUS;
    }

    /**
     * Returns the credentials of a permanent access key.
     *
     * @param accessKeyId the key's id
     * @param accessKeySecret the key's secret
     * @return the credentials
     * @throws IllegalArgumentException when one is empty or has a space, a line break or a character outside ASCII
     */
    public static Credentials of(String accessKeyId, String accessKeySecret) {
        return new Credentials(accessKeyId, accessKeySecret, null, null);
    }

    /**
     * Returns the credentials of a temporary access key.
     *
     * @param accessKeyId the key's id
     * @param accessKeySecret the key's secret
     * @param securityToken the token that came with the key
     * @param expiration when it expires; null when unknown
     * @return the credentials
     * @throws IllegalArgumentException when one is empty or has a space, a line break or a character outside ASCII
     */
    public static Credentials temporary(
            String accessKeyId, String accessKeySecret, String securityToken, @Nullable Instant expiration) {
        return new Credentials(accessKeyId, accessKeySecret, required("security token", securityToken), expiration);
    }

    private static String required(String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the " + what + " is empty");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
                throw new IllegalArgumentException("the " + what + " has a space, a line break or a character outside"
                        + " ASCII at position " + i + "; copy it again");
            }
        }
        return value;
    }

    /** {@return whether calls are left unsigned, see {@link #anonymous()}} */
    public boolean isAnonymous() {
        return accessKeyId.isEmpty();
    }

    /** {@return the key's id; empty when {@linkplain #isAnonymous() anonymous}} */
    public String accessKeyId() {
        return accessKeyId;
    }

    /** {@return the key's secret; empty when {@linkplain #isAnonymous() anonymous}} */
    public String accessKeySecret() {
        return accessKeySecret;
    }

    /** {@return the security token of a temporary key; null for a permanent one} */
    public @Nullable String securityToken() {
        return securityToken;
    }

    /** {@return when a temporary key expires; null for a permanent one, or when unknown} */
    public @Nullable Instant expiration() {
        return expiration;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credentials that
                && accessKeyId.equals(that.accessKeyId)
                && accessKeySecret.equals(that.accessKeySecret)
                && Objects.equals(securityToken, that.securityToken)
                && Objects.equals(expiration, that.expiration);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accessKeyId, accessKeySecret, securityToken, expiration);
    }

    /** Shows only the key's id. */
    @Override
    public String toString() {
        return isAnonymous()
                ? "Credentials[anonymous]"
                : "Credentials[" + accessKeyId + (securityToken == null ? "]" : ", temporary]");
    }
}

package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import org.jspecify.annotations.Nullable;

/** A place where credentials may have been set, or not. */
abstract class CredentialsSource implements CredentialsProvider {
    /** The source's name in messages. */
    abstract String name();

    /** What needs to be set for this source to have credentials. */
    abstract String whatIsMissing();

    /**
     * Returns the credentials that are set here.
     *
     * @return null when nothing is set
     * @throws CredentialsException when something is set that is incomplete or invalid
     */
    abstract @Nullable Credentials find();

    @Override
    public final Credentials credentials() {
        Credentials found;
        try {
            found = find();
        } catch (CredentialsException e) {
            throw e.asMisconfigured();
        }
        if (found == null) {
            throw new CredentialsException(name(), whatIsMissing());
        }
        return found;
    }

    /** Credentials from three settings; half-set ones are an error rather than a reason to look elsewhere. */
    final @Nullable Credentials of(
            String idName,
            @Nullable String idSetting,
            String secretName,
            @Nullable String secretSetting,
            @Nullable String tokenName,
            @Nullable String tokenSetting) {
        String id = filled(idSetting);
        String secret = filled(secretSetting);
        String token = filled(tokenSetting);
        if (id == null && secret == null && token == null) {
            return null;
        }
        if (id == null) {
            throw new CredentialsException(
                    name(), idName + " is not set, but " + (secret == null ? tokenName : secretName) + " is");
        }
        if (secret == null) {
            throw new CredentialsException(name(), secretName + " is not set, but " + idName + " is");
        }
        try {
            return token == null ? Credentials.of(id, secret) : Credentials.temporary(id, secret, token, null);
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(name(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The same with a token: a temporary key without its token is half set. */
    final @Nullable Credentials temporary(
            String idName,
            @Nullable String id,
            String secretName,
            @Nullable String secret,
            String tokenName,
            @Nullable String token) {
        Credentials found = of(idName, id, secretName, secret, tokenName, token);
        if (found != null && found.securityToken() == null) {
            throw new CredentialsException(name(), tokenName + " is not set, but " + idName + " is");
        }
        return found;
    }

    /** A profile's key, which is required. */
    final Credentials required(@Nullable Credentials found) {
        if (found == null) {
            throw new CredentialsException(name(), "access_key_id and access_key_secret are missing");
        }
        return found;
    }

    /** Asks a provider behind this source; its failure is reported as this source's. */
    final Credentials through(CredentialsProvider provider) {
        try {
            return provider.credentials();
        } catch (CredentialsException e) {
            throw new CredentialsException(name(), String.join("; ", e.sources()), e);
        }
    }

    /** Asks a provider, which must not return null. */
    static Credentials givenBy(CredentialsProvider provider) {
        Credentials given = provider.credentials();
        if (given == null) {
            throw new CredentialsException(
                            provider.getClass().getName(), "returned null; a provider without credentials must throw")
                    .asMisconfigured();
        }
        return given;
    }

    /** A setting without surrounding space; null when nothing is left. */
    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public final String toString() {
        return name();
    }
}

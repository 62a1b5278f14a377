package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import org.jspecify.annotations.Nullable;

/** A place where credentials may have been set, or not. */
abstract class CredentialsSource implements CredentialsProvider {
    /** What the source is called in messages. */
    abstract String name();

    /** What would have to be set for this source to have credentials. */
    abstract String whatIsMissing();

    /**
     * The credentials that are set here.
     *
     * @return null when nothing is set
     * @throws CredentialsException when something is set, but not enough or not understandable
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

    /** Credentials from three settings; what is half set is an error rather than a reason to look elsewhere. */
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

    /** The same where a token belongs to it: a temporary key without its token is half set. */
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

    /** A profile's key, which has to be there. */
    final Credentials required(@Nullable Credentials found) {
        if (found == null) {
            throw new CredentialsException(name(), "access_key_id and access_key_secret are missing");
        }
        return found;
    }

    /** What a provider behind this source gives; why it gives nothing is told as this source's reason. */
    final Credentials through(CredentialsProvider provider) {
        try {
            return provider.credentials();
        } catch (CredentialsException e) {
            throw new CredentialsException(name(), String.join("; ", e.sources()), e);
        }
    }

    /** What a provider gives, which has to be something: null is none of the answers that a provider may give. */
    static Credentials givenBy(CredentialsProvider provider) {
        Credentials given = provider.credentials();
        if (given == null) {
            throw new CredentialsException(
                            provider.getClass().getName(), "returned null; a provider without credentials throws")
                    .asMisconfigured();
        }
        return given;
    }

    /** A setting without the space around it; null when nothing is left. */
    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public final String toString() {
        return name();
    }
}

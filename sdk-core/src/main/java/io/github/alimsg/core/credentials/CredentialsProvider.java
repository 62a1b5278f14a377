package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;

/** Where credentials come from. Asked before every attempt, so it must be fast and safe for many threads. */
@FunctionalInterface
public interface CredentialsProvider {
    /**
     * Returns the credentials to sign with now.
     *
     * @return credentials that are valid now
     * @throws CredentialsException when there are none; its message says what to do
     */
    Credentials credentials();

    /** Called when the service says that the credentials have expired: drop what is cached. */
    default void invalidate() {}
}

package io.github.alimsg.spring.boot;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;

/** The credentials that properties describe, with words for where they come from. */
final class ConfiguredCredentials implements CredentialsProvider, AutoCloseable {
    private final String description;
    private final CredentialsProvider provider;
    private final Runnable close;

    ConfiguredCredentials(String description, CredentialsProvider provider, Runnable close) {
        this.description = description;
        this.provider = provider;
        this.close = close;
    }

    @Override
    public Credentials credentials() {
        return provider.credentials();
    }

    @Override
    public void invalidate() {
        provider.invalidate();
    }

    @Override
    public void close() {
        close.run();
    }

    /** Says where they come from, without any key. */
    @Override
    public String toString() {
        return description;
    }
}

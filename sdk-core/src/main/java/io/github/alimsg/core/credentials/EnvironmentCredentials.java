package io.github.alimsg.core.credentials;

import org.jspecify.annotations.Nullable;

/** Credentials in environment variables. */
final class EnvironmentCredentials extends CredentialsSource {
    private static final String ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";

    private final CredentialsEnvironment environment;

    EnvironmentCredentials(CredentialsEnvironment environment) {
        this.environment = environment;
    }

    @Override
    String name() {
        return "environment";
    }

    @Override
    String whatIsMissing() {
        return ID + " and " + SECRET + " are not set";
    }

    @Override
    @Nullable
    Credentials find() {
        return of(
                ID, environment.variable(ID), SECRET, environment.variable(SECRET), TOKEN, environment.variable(TOKEN));
    }
}

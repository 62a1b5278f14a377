package io.github.alimsg.core.credentials;

import org.jspecify.annotations.Nullable;

/** Credentials in system properties of the JVM. */
final class SystemPropertyCredentials extends CredentialsSource {
    private static final String ID = "alibabacloud.accessKeyId";
    private static final String SECRET = "alibabacloud.accessKeySecret";
    private static final String OLDER_SECRET = "alibabacloud.accessKeyIdSecret";
    private static final String TOKEN = "alibabacloud.sessionToken";

    private final CredentialsEnvironment environment;

    SystemPropertyCredentials(CredentialsEnvironment environment) {
        this.environment = environment;
    }

    @Override
    String name() {
        return "system properties";
    }

    @Override
    String whatIsMissing() {
        return ID + " and " + SECRET + " are not set";
    }

    @Override
    @Nullable
    Credentials find() {
        String secret = filled(environment.property(SECRET));
        return of(
                ID,
                environment.property(ID),
                SECRET,
                secret == null ? environment.property(OLDER_SECRET) : secret,
                TOKEN,
                environment.property(TOKEN));
    }
}

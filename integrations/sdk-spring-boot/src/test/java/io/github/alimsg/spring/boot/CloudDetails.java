package io.github.alimsg.spring.boot;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.testing.FakeCloud;
import java.net.URI;

/** Connects applications to a {@link FakeCloud}, without its auto-configuration. */
public final class CloudDetails {
    private CloudDetails() {}

    public static AlimsgConnectionDetails of(FakeCloud cloud) {
        return new AlimsgConnectionDetails() {
            @Override
            public URI endpoint() {
                return cloud.endpoint();
            }

            @Override
            public CredentialsProvider credentials() {
                return cloud::credentials;
            }
        };
    }
}

package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.retry.RetryPolicy;
import java.time.Duration;

/** Creates clients. */
public final class ClientSetup {
    private ClientSetup() {}

    /** Everything from the environment. */
    static CamsClient shortest() {
        // snippet: create
        CamsClient cams = CamsClient.create(); // region and credentials from the environment
        // end
        return cams;
    }

    /** With settings. */
    static CamsClient configured() {
        // snippet: settings
        CamsClient cams = CamsClient.builder()
                .region("ap-southeast-1")
                .credentials(CredentialsProviders.cached(CredentialsProviders.environment()))
                .timeout(Duration.ofSeconds(20)) // the whole call, including repeats and waiting
                .readTimeout(Duration.ofSeconds(5))
                .retryPolicy(RetryPolicy.builder()
                        .maxAttempts(4)
                        .repeatHarmlessWrites(true)
                        .build())
                .pacing(true)
                .build();

        CamsClient hurried = cams.withOptions(o -> o.timeout(Duration.ofSeconds(3))); // shares connections and limits
        // end
        return hurried;
    }
}

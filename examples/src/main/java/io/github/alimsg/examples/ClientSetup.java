package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.okhttp.HttpProxy;
import io.github.alimsg.core.retry.RetryPolicy;
import java.nio.file.Path;
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

    /** In a company's network, whose proxy asks for a login and opens TLS for some hosts. */
    static CamsClient throughAProxy(String user, String password) {
        CamsClient cams = CamsClient.builder()
                .proxy(HttpProxy.of("http://proxy.corp:3128")
                        .login(user, password)
                        .notFor("*.internal"))
                .trust(Path.of("/etc/ssl/corp.pem")) // in addition to the JDK's certificates
                .applicationId("orders")
                .build();
        cams.settings().forEach(System.out::println); // timeout: 60 s (default) …
        return cams;
    }
}

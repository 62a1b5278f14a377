package io.github.alimsg.it;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import java.time.Duration;

/** What an application does between being deployed and being taken away; loaded by a class loader of its own. */
public final class RedeployedApplication implements Runnable {
    private final String endpoint;
    private final String keyId;
    private final String secret;

    public RedeployedApplication(String endpoint, String keyId, String secret) {
        this.endpoint = endpoint;
        this.keyId = keyId;
        this.secret = secret;
    }

    @Override
    public void run() {
        DysmsInternationalClient sms = DysmsInternationalClient.builder()
                .endpoint(endpoint)
                .credentials(CredentialsProviders.fixed(keyId, secret))
                .build();
        sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello"));
        sms.async(c -> c.sendMessageToGlobe(m -> m.to("6281234567890").message("hello")))
                .join();
        sms.close(Duration.ofSeconds(10));
    }
}

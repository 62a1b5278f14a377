package com.example.shop;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import java.time.Duration;

/** The client, as the vendor's samples make it. */
public final class SmsConfig {
    private SmsConfig() {}

    public static DysmsMainlandClient createClient(String accessKeyId, String accessKeySecret, String endpoint) throws Exception {
        DysmsMainlandClient.Builder config = DysmsMainlandClient.builder()
                .credentials(CredentialsProviders.fixed(accessKeyId, accessKeySecret))
                .connectTimeout(Duration.ofMillis(3000))
                .endpoint("http://" + endpoint);
        return config.build();
    }
}

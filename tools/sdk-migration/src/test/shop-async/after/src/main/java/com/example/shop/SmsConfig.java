package com.example.shop;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import java.time.Duration;

/** The client, as the vendor's samples make it. */
public final class SmsConfig {
    private SmsConfig() {}

    public static DysmsMainlandClient createClient(String accessKeyId, String accessKeySecret, String endpoint) {
        CredentialsProvider provider = CredentialsProviders.fixed(accessKeyId, accessKeySecret);
        return DysmsMainlandClient.builder()
                .region("cn-hangzhou")
                .credentials(provider)
                .endpoint("http://" + endpoint)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }
}

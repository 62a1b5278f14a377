package com.example.shop;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;

/** The client, as the vendor's samples make it. */
public final class SmsConfig {
    private SmsConfig() {}

    public static DysmsMainlandClient createClient(String accessKeyId, String accessKeySecret) throws SdkException {
        DysmsMainlandClient.Builder profile = DysmsMainlandClient.builder().region("cn-hangzhou").credentials(CredentialsProviders.fixed(accessKeyId, accessKeySecret));
        return profile.build();
    }
}

package com.example.shop;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.teaopenapi.models.Config;

/** The client, as the vendor's samples make it. */
public final class SmsConfig {
    private SmsConfig() {}

    public static Client createClient(String accessKeyId, String accessKeySecret, String endpoint) throws Exception {
        Config config = new Config()
                .setAccessKeyId(accessKeyId)
                .setAccessKeySecret(accessKeySecret)
                .setConnectTimeout(3000);
        config.protocol = "http";
        config.endpoint = endpoint;
        return new Client(config);
    }
}

package io.github.alimsg.micrometer;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A client of the fake that waits in no real time, and its calls. */
final class Sms {
    private Sms() {}

    static DysmsMainlandClient client(FakeCloud cloud, UnaryOperator<DysmsMainlandClient.Builder> settings) {
        return settings.apply(cloud.configure(DysmsMainlandClient.builder()).timeSource(new ManualTime(Instant.now())))
                .build();
    }

    static SdkResponse send(DysmsMainlandClient sms) {
        return sms.sendSms(r -> r.phoneNumbers("13900000001").signName("Acme").templateCode("SMS_1"));
    }
}

package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.CampaignReport;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.testing.FakeCloud;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A campaign keeps its rate while replies are under way")
@Tag("soak")
class CampaignThroughputTest {
    private static final int RATE = 200;
    private static final int RECIPIENTS = Integer.getInteger("campaign.recipients", 100_000);

    @Test
    void atLeast95PercentOfTheRate() {
        try (FakeCloud cloud = FakeCloud.builder().countOnly().start();
                DysmsMainlandClient sms =
                        cloud.configure(DysmsMainlandClient.builder()).build()) {
            cloud.when(Parcels.OPERATION).thenDelay(Duration.ofMillis(50));
            var batch = sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456"));
            Once once = Once.builder(KeyStore.inMemory()).build();
            once.campaign("warm", batch, settings -> settings.rate(RATE)).run(Parcels.source(2_000));

            long began = System.nanoTime();
            CampaignReport report = once.campaign("parcels", batch, settings -> settings.rate(RATE))
                    .run(Parcels.source(RECIPIENTS));
            double seconds = (System.nanoTime() - began) / 1e9;

            int parts = RECIPIENTS / 100;
            System.out.printf("%,d parts in %.2f s: %.1f a second%n", parts, seconds, parts / seconds);
            assertThat(report).isEqualTo(new CampaignReport(RECIPIENTS, 0, 0, 0, 0, true, null));
            assertThat(cloud.receivedCount(Parcels.OPERATION)).isEqualTo(parts + 20);
            assertThat(parts / seconds).isGreaterThanOrEqualTo(RATE * 0.95);
        }
    }
}

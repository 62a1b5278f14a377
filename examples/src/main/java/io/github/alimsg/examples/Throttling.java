package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.testing.FakeCloud;
import java.time.Duration;

/** Staying below a rate limit, and what happens when others have used it up. */
public final class Throttling {
    private Throttling() {}

    /**
     * Calls a fake that throttles, without pacing and with it.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cloud.when("EnableWhatsappROIMetric")
                    .thenThrottle(Duration.ofMillis(200))
                    .thenSucceed();
            var response = cams.enableWhatsappROIMetric(r -> r.custSpaceId("cams-8c8d0a1b"));
            System.out.println("throttled, then succeeded after " + response.attempts() + " attempts");

            // snippet: pacing
            CamsClient paced =
                    cams.withOptions(o -> o.pacing(true)); // waits its turn: 5 calls per second for this operation
            // end
            long began = System.nanoTime();
            for (int i = 0; i < 6; i++) {
                paced.enableWhatsappROIMetric(r -> r.custSpaceId("cams-8c8d0a1b"));
            }
            System.out.println("six paced calls took "
                    + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        }
    }
}

package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.testing.FakeCloud;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Concurrent calls. */
public final class AsyncCalls {
    private AsyncCalls() {}

    /**
     * Makes three calls to a fake at once.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            // snippet: async
            List<CompletableFuture<Integer>> futures = List.of("cams-a", "cams-b", "cams-c").stream()
                    .map(space -> cams.async(c ->
                            c.enableWhatsappROIMetric(r -> r.custSpaceId(space)).attempts()))
                    .toList();
            int attempts = futures.stream().mapToInt(CompletableFuture::join).sum();
            // end
            System.out.println("three calls, " + attempts + " attempts");
        }
    }
}

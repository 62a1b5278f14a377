package io.github.alimsg.examples;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.Campaign;
import io.github.alimsg.once.campaign.CampaignReport;
import io.github.alimsg.once.campaign.Source;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/** Sends to a file of numbers, shows how far it is, and writes what became of each. */
public final class CampaignOfTheDay {
    private CampaignOfTheDay() {}

    /**
     * Sends to 10,000 numbers of a file through a fake.
     *
     * @param arguments none
     * @throws IOException when a file can't be written
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("campaign");
        Path numbers = folder.resolve("numbers.txt");
        Files.write(
                numbers,
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "+86139" + (10_000_000 + i))
                        .toList());
        try (FakeCloud cloud = FakeCloud.start();
                DysmsMainlandClient sms =
                        cloud.configure(DysmsMainlandClient.builder()).build()) {
            // In an application: Once.builder(JdbcStore.of(dataSource)), so that a campaign outlives the process.
            Once once = Once.builder(KeyStore.inMemory()).build();
            run(once, sms, numbers, folder.resolve("report.csv"), System.out);
        }
    }

    /** Runs the campaign, or goes on with it if it was stopped or killed before. */
    static CampaignReport run(Once once, DysmsMainlandClient sms, Path numbers, Path reportFile, PrintStream out)
            throws IOException {
        var bar = new ProgressBar(out);
        // snippet: campaign
        Campaign<SmsRecipient> campaign = once.campaign(
                "parcels-2026-11-21",
                sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456")),
                settings -> settings.rate(50).onProgress(bar::sent));
        // end
        var stopBetweenParts = new Thread(campaign::close); // on Ctrl-C
        Runtime.getRuntime().addShutdownHook(stopBetweenParts);
        try {
            // snippet: campaign-run
            CampaignReport report =
                    campaign.run(Source.lines(numbers, number -> SmsRecipient.of(number, "Acme", Map.of())));
            campaign.report(reportFile);
            // end
            out.println(report);
            return report;
        } finally {
            removeHook(stopBetweenParts);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook runs.
        }
    }
}

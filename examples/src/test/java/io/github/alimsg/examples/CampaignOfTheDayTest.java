package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.CampaignReport;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.testing.FakeCloud;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a campaign sends, draws and reports. */
class CampaignOfTheDayTest {
    @Test
    void sendsDrawsAndReports(@TempDir Path folder) throws IOException {
        Path numbers = folder.resolve("numbers.txt");
        Path reportFile = folder.resolve("report.csv");
        Files.write(numbers, (Iterable<String>)
                IntStream.range(0, 250).mapToObj(i -> "+86 139 0000 " + (1_000 + i))::iterator);
        var shown = new ByteArrayOutputStream();
        Once once = Once.builder(KeyStore.inMemory()).build();
        try (FakeCloud cloud = FakeCloud.start();
                DysmsMainlandClient sms =
                        cloud.configure(DysmsMainlandClient.builder()).build();
                var out = new PrintStream(shown, true, StandardCharsets.UTF_8)) {
            CampaignReport report = CampaignOfTheDay.run(once, sms, numbers, reportFile, out);

            assertThat(report.accepted()).isEqualTo(250);
            assertThat(cloud.receivedCount("SendBatchSms")).isEqualTo(3);
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("100 %  250 of 250 recipients");
        assertThat(Files.readAllLines(reportFile)).hasSize(251);
    }
}

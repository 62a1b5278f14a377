package io.github.alimsg.it.once;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.Campaign;
import io.github.alimsg.once.jdbc.JdbcStore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A process that runs a campaign of {@link Parcels} with others, until it ends or the process is killed. */
final class CampaignWorker {
    /** Short, so that what the dead had claimed goes on while the campaign runs. */
    private static final Duration LEASE = Duration.ofSeconds(3);

    private CampaignWorker() {}

    public static void main(String... arguments) throws IOException {
        var database = Pool.of(Worker.database(System.getProperty("database")), 16);
        Once once = Once.builder(JdbcStore.of(database)).lease(LEASE).build();
        try (DysmsMainlandClient sms = DysmsMainlandClient.builder()
                        .endpoint(URI.create(System.getProperty("endpoint")))
                        .credentials(CredentialsProviders.fixed(System.getProperty("id"), System.getProperty("secret")))
                        .build();
                Campaign<SmsRecipient> campaign = once.campaign(
                        System.getProperty("name"),
                        Parcels.batch(sms),
                        settings -> settings.rate(Integer.getInteger("rate")).parallel(128))) {
            Worker.say("READY");
            Worker.say("ENDED " + campaign.run(Parcels.source(Integer.getInteger("recipients"))));
            System.in.read(); // until it is killed, or who started it ends
        } catch (RuntimeException e) {
            Worker.say("FAILED " + e);
        }
    }
}

package io.github.alimsg.benchmarks.once;

import io.github.alimsg.benchmarks.Contender;
import io.github.alimsg.benchmarks.MassSend;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.campaign.Campaign;
import io.github.alimsg.once.campaign.Source;
import io.github.alimsg.once.jdbc.JdbcStore;
import io.github.alimsg.once.store.KeyStore;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Campaigns of this SDK, whose parts are kept in memory. */
public class OurCampaign implements MassSend {
    /** At 200 parts a second and 50 ms: 10 under way, 100 that wait for their moment, and 64 that are claimed together. */
    static final int PARALLEL = 192;

    private final DysmsMainlandClient sms;
    private final Once once;
    private final @Nullable CountedPool pool;
    private int number;

    /** Creates the client. */
    public OurCampaign(int port) {
        this(port, KeyStore.inMemory(), null);
    }

    private OurCampaign(int port, KeyStore store, @Nullable CountedPool pool) {
        this.sms = DysmsMainlandClient.builder()
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .credentials(CredentialsProviders.fixed(Contender.KEY_ID, Contender.SECRET))
                .build();
        this.once = Once.builder(store).build();
        this.pool = pool;
    }

    /** The same, kept in the PostgreSQL that the system property {@code database} names. */
    public static final class InPostgres extends OurCampaign {
        /** Creates the client. */
        public InPostgres(int port) {
            this(port, pool());
        }

        private InPostgres(int port, CountedPool pool) {
            super(port, JdbcStore.of(pool.dataSource()), pool);
        }

        private static CountedPool pool() {
            var database = new PGSimpleDataSource();
            database.setUrl(System.getProperty("database"));
            return new CountedPool(database);
        }
    }

    @Override
    public long send(int recipients, int partsPerSecond) {
        try (Campaign<SmsRecipient> campaign = once.campaign(
                "parcels-" + number++,
                sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456")),
                settings -> settings.rate(partsPerSecond).parallel(PARALLEL))) {
            return campaign.run(source(recipients)).accepted();
        }
    }

    /** People who are made while they are read. */
    static Source<SmsRecipient> source(int size) {
        return Source.iterable(
                () -> IntStream.range(0, size).mapToObj(OurCampaign::recipient).iterator());
    }

    private static SmsRecipient recipient(int ordinal) {
        return SmsRecipient.of(MassSend.number(ordinal), "Acme", Map.of("parcel", "P" + ordinal));
    }

    @Override
    public long statements() {
        return pool == null ? 0 : pool.statements.sumThenReset();
    }
}

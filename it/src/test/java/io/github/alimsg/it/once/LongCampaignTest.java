package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A million recipients on PostgreSQL, and ten processes of 64 MB that are killed meanwhile. Each start of a process takes
 * three to five seconds of a core, of which the service and the database need theirs: 200 parts a second, which an idle
 * machine with four cores keeps, are 100 on one with two.
 */
@Tag("once")
@DisplayName("A campaign of a million")
class LongCampaignTest {
    private static final int RECIPIENTS = Integer.getInteger("once.recipients", 1_000_000);
    private static final int RATE =
            Integer.getInteger("once.rate", Runtime.getRuntime().availableProcessors() < 4 ? 100 : 200);
    private static final int KILLS = Math.max(1, RECIPIENTS / 100_000);

    @Test
    void goesOnAtItsRateWhenProcessesAreKilledAndSendsToNobodyTwice() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var run = new CampaignKillRun(
                        postgres.getJdbcUrl("postgres", "postgres"), "postgresql.sql", RECIPIENTS, RATE)) {
            double uninterrupted = run.run("uninterrupted", 0);
            double killed = run.run("killed", KILLS);
            double batch = run.batch(Math.max(1, RECIPIENTS / 20));

            assertThat(uninterrupted).isGreaterThanOrEqualTo(0.95 * RATE);
            assertThat(killed).isGreaterThanOrEqualTo(0.95 * RATE);
            assertThat(uninterrupted).isGreaterThan(batch);
        }
    }
}

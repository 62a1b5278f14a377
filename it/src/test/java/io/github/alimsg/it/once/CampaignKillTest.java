package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The short form of {@link LongCampaignTest}, on H2: its account, not its rate. */
@DisplayName("A campaign whose processes are killed")
class CampaignKillTest {
    @Test
    void sendsToNobodyTwiceAndLosesNobody() throws Exception {
        try (var h2 = new SharedH2();
                var run = new CampaignKillRun(h2.url(), "h2.sql", 20_050, 50)) {
            assertThat(run.run("killed", 3)).isPositive();
        }
    }
}

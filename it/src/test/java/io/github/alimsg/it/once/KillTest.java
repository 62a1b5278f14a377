package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The short form of {@link LongKillTest}, on H2. */
@DisplayName("Processes that are killed")
class KillTest {
    private SharedH2 h2;

    @BeforeEach
    void start() throws SQLException {
        h2 = new SharedH2();
    }

    @AfterEach
    void stop() {
        h2.close();
    }

    @Test
    void sendNoKeyTwice() throws Exception {
        var run = new KillRun(h2.url(), "h2.sql", 300, 2);

        run.run(() -> {});

        assertThat(run.kills())
                .hasSize(5)
                .allSatisfy((gap, kills) -> assertThat(kills).isEqualTo(2));
    }
}

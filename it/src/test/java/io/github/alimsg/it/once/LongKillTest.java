package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20,000 keys on PostgreSQL, and 50 processes that are killed in each gap. */
@Tag("once")
@DisplayName("Many processes that are killed")
class LongKillTest {
    private static final int KEYS = Integer.getInteger("once.keys", 20_000);
    private static final int KILLS = Integer.getInteger("once.kills", 50);

    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;

    private void start(int port) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(new File(folder.toFile(), "data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    private String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Test
    void sendNoKeyTwice() throws Exception {
        start(0);
        var run = new KillRun(url(), "postgresql.sql", KEYS, KILLS);

        run.run(() -> {});

        assertThat(run.kills())
                .hasSize(5)
                .allSatisfy((gap, kills) -> assertThat(kills).isEqualTo(KILLS));
        assertThat(run.accepted()).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void sendNoKeyTwiceWhenTheDatabaseIsKilledToo() throws Exception {
        start(0);
        var run = new KillRun(url(), "postgresql.sql", KEYS / 10, Math.max(1, KILLS / 10));

        run.run(this::killTheDatabase);

        assertThat(run.kills()).hasSize(5);
        assertThat(run.accepted()).isGreaterThanOrEqualTo(0.9);
    }

    private void killTheDatabase() {
        try {
            for (int i = 0; i < 3; i++) {
                Thread.sleep(5_000);
                String pid = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                        .get(0);
                ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
                var children = server.descendants().toList();
                server.destroyForcibly();
                server.onExit().get(1, TimeUnit.MINUTES);
                for (ProcessHandle child : children) {
                    child.onExit().get(1, TimeUnit.MINUTES);
                }
                int port = postgres.getPort();
                postgres.close(); // finds nothing to stop, and unlocks the folder
                start(port);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

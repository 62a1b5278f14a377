package io.github.alimsg.once.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.once.store.StoreException;
import io.github.alimsg.receipts.SeenReceipts.Claim;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two processes that share a database know of receipts. Time is the database's, and moves when it is told to. */
abstract class JdbcSeenReceiptsContract {
    private static final String KEY = "SmsReport:0123456789abcdef";

    private final TestDatabase database;
    private final TestClock clock = new TestClock();
    private final SmallPool pool;
    private final SmallPool otherPool;
    private final JdbcSeenReceipts one;
    private final JdbcSeenReceipts other;

    JdbcSeenReceiptsContract(TestDatabase database) {
        this.database = database;
        this.pool = new SmallPool(database.dataSource()).withClock(clock);
        this.otherPool = new SmallPool(database.dataSource()).withClock(clock);
        this.one = JdbcSeenReceipts.of(pool);
        this.other = JdbcSeenReceipts.of(otherPool);
    }

    @BeforeEach
    void createTables() {
        database.createTables();
    }

    @AfterEach
    void everyConnectionCameBackAsItWas() throws SQLException {
        pool.close();
        otherPool.close();
    }

    @Test
    void theFirstProcessHandlesAReceiptAndAllKnowWhenItIsDone() {
        assertThat(one.claim(KEY)).isEqualTo(Claim.FIRST);
        assertThat(other.claim(KEY)).isEqualTo(Claim.BUSY);
        assertThat(one.claim(KEY)).as("by its owner").isEqualTo(Claim.FIRST);
        one.confirm(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.DONE);
        assertThat(other.claim(KEY)).isEqualTo(Claim.DONE);
        assertThat(other.claim("SmsReport:other")).isEqualTo(Claim.FIRST);
    }

    @Test
    void aReleasedReceiptIsHandledByWhoeverGetsIt() {
        one.claim(KEY);
        one.release(KEY);
        assertThat(other.claim(KEY)).isEqualTo(Claim.FIRST);
        other.confirm(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.DONE);
    }

    @Test
    void aClaimOfAProcessThatDiedEndsByItself() {
        one.claim(KEY);
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(other.claim(KEY)).isEqualTo(Claim.BUSY);
        clock.advance(Duration.ofMillis(1));
        assertThat(other.claim(KEY)).isEqualTo(Claim.FIRST);
        assertThat(one.claim(KEY)).isEqualTo(Claim.BUSY);
    }

    @Test
    void whoLostAClaimNeitherConfirmsNorReleasesIt() {
        one.claim(KEY);
        clock.advance(Duration.ofMinutes(5));
        other.claim(KEY);

        one.confirm(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.BUSY);
        one.release(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.BUSY);
        assertThat(JdbcSeenReceipts.of(pool).claim(KEY)).isEqualTo(Claim.BUSY);

        other.confirm(KEY);
        one.release(KEY);
        assertThat(one.claim(KEY)).isEqualTo(Claim.DONE);
    }

    @Test
    void noOtherThreadOfTheSameProcessConfirmsOrReleasesAClaim() {
        one.claim(KEY);
        CompletableFuture.runAsync(() -> one.confirm(KEY)).join();
        CompletableFuture.runAsync(() -> one.release(KEY)).join();
        assertThat(other.claim(KEY)).isEqualTo(Claim.BUSY);
        assertThat(CompletableFuture.supplyAsync(() -> one.claim(KEY)).join()).isEqualTo(Claim.BUSY);
    }

    @Test
    void whoIsLateButNotReplacedStillConfirms() {
        one.claim(KEY);
        clock.advance(Duration.ofMinutes(30));
        one.confirm(KEY);
        assertThat(other.claim(KEY)).isEqualTo(Claim.DONE);
    }

    @Test
    void aHandledReceiptIsForgottenAfterItsAge() {
        JdbcSeenReceipts brief = JdbcSeenReceipts.builder(pool)
                .claim(Duration.ofSeconds(10))
                .age(Duration.ofHours(2))
                .build();
        brief.claim(KEY);
        brief.confirm(KEY);
        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(other.claim(KEY)).isEqualTo(Claim.DONE);
        clock.advance(Duration.ofMillis(1));
        assertThat(other.claim(KEY)).isEqualTo(Claim.FIRST);
    }

    @Test
    void ofThreadsInTwoProcessesOneIsFirst() throws Exception {
        for (int receipt = 0; receipt < 10; receipt++) {
            String key = KEY + receipt;
            if (receipt % 2 == 1) { // an abandoned claim is taken over by one, too
                one.claim(key);
                clock.advance(Duration.ofMinutes(6));
            }
            List<Claim> claims = Together.run(64, i -> (i % 2 == 0 ? one : other).claim(key));
            assertThat(claims).containsOnlyOnce(Claim.FIRST).doesNotContain(Claim.DONE);
        }
        assertThat(pool.undone()).isEmpty();
        assertThat(otherPool.undone()).isEmpty();
    }

    @Test
    void whatHasEndedIsDeletedLater() {
        for (int i = 0; i < 150; i++) {
            one.claim(KEY + i);
            if (i % 2 == 0) {
                one.confirm(KEY + i);
            }
        }
        clock.advance(Duration.ofHours(26));
        for (int i = 0; i < 100; i++) {
            other.claim("later-" + i);
        }
        assertThat(database.count("alimsg_receipt")).isEqualTo(100);
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsFirst() {
        one.claim("SmsReport:handled");
        pool.breakAllStatements();
        List<Runnable> steps = List.of(
                () -> one.claim(KEY), () -> one.confirm("SmsReport:handled"), () -> one.release("SmsReport:handled"));
        for (Runnable step : steps) {
            assertThatThrownBy(step::run).isInstanceOf(StoreException.class).hasMessageContaining("08006");
        }
        pool.repair();
        assertThat(one.claim(KEY)).isEqualTo(Claim.FIRST);
    }

    @Test
    void aMissingTableNamesTheScript() {
        database.execute("drop table alimsg_receipt");
        assertThatThrownBy(() -> one.claim(KEY))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a table is missing")
                .hasMessageContaining("io/github/alimsg/once/jdbc/" + database.script())
                .hasMessageNotContaining(KEY);
    }

    @Test
    void keysThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> one.claim("k".repeat(201)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcSeenReceipts.builder(pool).age(Duration.ZERO));
    }

    @Test
    void aReceiptIsTwoStatementsAndARepeatedOneIsTwo() {
        one.claim(KEY);
        one.confirm(KEY);
        assertThat(pool.statements()).hasSize(2);
        one.claim(KEY);
        assertThat(pool.statements()).hasSize(4);
    }
}

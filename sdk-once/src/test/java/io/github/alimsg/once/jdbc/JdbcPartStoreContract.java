package io.github.alimsg.once.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.once.store.Claim;
import io.github.alimsg.once.store.KeyOutcome;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.Mark;
import io.github.alimsg.once.store.Part;
import io.github.alimsg.once.store.PartClaim;
import io.github.alimsg.once.store.PartCounts;
import io.github.alimsg.once.store.PartOutcome;
import io.github.alimsg.once.store.PartStore;
import io.github.alimsg.once.store.PartStoreContract;
import io.github.alimsg.once.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of campaigns does in every database. */
abstract class JdbcPartStoreContract extends PartStoreContract {
    private final TestDatabase database;
    private final SmallPool pool;
    private final PartStore store;

    JdbcPartStoreContract(TestDatabase database) {
        this.database = database;
        this.pool = new SmallPool(database.dataSource());
        this.store = JdbcStore.of(pool).parts();
        database.createTables(); // before the campaign is opened
    }

    @Override
    protected PartStore store() {
        return store;
    }

    @Override
    protected void advance(Duration time) {
        database.advance(time);
    }

    @BeforeEach
    void countFromHere() {
        pool.statements().clear();
    }

    @AfterEach
    void everyConnectionCameBackAsItWas() throws SQLException {
        pool.close();
    }

    private List<PartClaim> claim(int parts) {
        List<Part> wanted =
                IntStream.range(0, parts).mapToObj(PartStoreContract::part).toList();
        return store.claim(new PartClaim.Request(CAMPAIGN, wanted, parts, "worker-1", 60_000));
    }

    private static PartOutcome refused() {
        return new PartOutcome(KeyOutcome.failed(KeyState.REFUSED, "isv.CODE"), PartCounts.NONE, null);
    }

    @Test
    void manyPartsAreClaimedWithFourStatements() {
        List<PartClaim> claims = claim(50);
        assertThat(claims).hasSize(50);
        assertThat(pool.statements()).hasSize(4);
        pool.statements().clear();
        long fence = claims.get(0).record().fence();
        store.mark(CAMPAIGN, "0", fence, new Mark("own", true, null, 60_000), null);
        store.finish(CAMPAIGN, "0", fence, refused(), List.of());
        assertThat(pool.statements()).hasSize(2);
    }

    @Test
    void manyKeysAreTakenWithTwoStatements() {
        Map<Long, String> keys =
                LongStream.range(0, 100).boxed().collect(Collectors.toMap(Function.identity(), i -> "key-" + i));
        store.takeKeys(CAMPAIGN, keys);
        assertThat(pool.statements()).hasSize(2);
        pool.statements().clear();
        store.takeKeys(CAMPAIGN, keys);
        assertThat(pool.statements()).as("known ones").hasSize(1);
    }

    @Test
    void aPartAndItsFractionsAreWrittenTogether() {
        long fence = claim(1).get(0).record().fence();
        Part tooLong = new Part("0.0", 0, 49, "x".repeat(65));
        assertThatThrownBy(() -> store.finish(CAMPAIGN, "0", fence, refused(), List.of(tooLong)))
                .isInstanceOf(StoreException.class);
        assertThat(store.parts(CAMPAIGN, 0, 10)).singleElement().satisfies(record -> {
            assertThat(record.state()).isEqualTo(KeyState.CLAIMED);
            assertThat(record.isSplit()).isFalse();
        });
    }

    @Test
    void connectionsWithoutAutocommitAreUsedAndGivenBackAsTheyWere() {
        pool.autoCommit(false);
        assertThat(claim(2)).allMatch(claim -> claim.kind() == Claim.Kind.CLAIMED);
        assertThat(JdbcStore.of(database.dataSource()).parts().parts(CAMPAIGN, 0, 10))
                .hasSize(2);
        assertThat(claim(3).get(2).kind()).isEqualTo(Claim.Kind.CLAIMED);
    }

    @Test
    void aTransactionIsolationOfTheApplicationChangesNothing() {
        for (int isolation : List.of(
                Connection.TRANSACTION_READ_COMMITTED,
                Connection.TRANSACTION_REPEATABLE_READ,
                Connection.TRANSACTION_SERIALIZABLE)) {
            pool.isolation(isolation);
            assertThat(claim(3)).anyMatch(claim -> claim.kind() == Claim.Kind.CLAIMED);
            database.advance(Duration.ofMinutes(2));
            assertThat(store.unfinished(CAMPAIGN, 0, 10)).hasSize(3);
        }
    }

    @Test
    void aMarkWhoseAnswerIsLostIsAskedForAgain() {
        long fence = claim(1).get(0).record().fence();
        pool.breakAfterNextStatement();
        assertThat(store.mark(CAMPAIGN, "0", fence, new Mark("own", true, null, 60_000), null))
                .isTrue();
        pool.breakAllStatements();
        assertThatThrownBy(() -> store.mark(CAMPAIGN, "0", fence, new Mark("own", true, null, 60_000), null))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void aClaimThatTheDatabaseHasUndoneIsRepeated() {
        pool.failNextStatement(new SQLException("deadlock", "40001"));
        assertThat(claim(2)).hasSize(2);
        pool.failNextStatement(new SQLException("connection lost", "08006"));
        assertThatThrownBy(() -> claim(3)).isInstanceOf(StoreException.class);
        assertThat(store.parts(CAMPAIGN, 0, 10)).as("nothing by halves").hasSize(2);
    }

    @Test
    void aCampaignThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> store.claim(new PartClaim.Request("other", List.of(part(0)), 1, "worker-1", 60_000)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("never opened");
    }
}

package io.github.alimsg.once.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.once.campaign.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a source that is a query does in every database. */
abstract class QuerySourceContract {
    private static final int PAGE = 1_000;

    private final TestDatabase database;
    private final SmallPool pool;
    private final Source<String> source;

    QuerySourceContract(TestDatabase database) {
        this.database = database;
        this.pool = new SmallPool(database.dataSource());
        this.source = Source.query(
                pool,
                "select id, phone from customers where id > ? order by id limit ?",
                0L,
                row -> row.getString("phone"));
    }

    @BeforeEach
    void createTable() {
        database.execute("drop table if exists customers");
        database.execute("create table customers (id bigint primary key, phone varchar(20))");
    }

    @AfterEach
    void everyConnectionCameBackAsItWas() throws SQLException {
        pool.close();
        database.execute("drop table if exists customers");
    }

    private void insert(LongStream ids) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into customers values (?, ?)")) {
            for (long id : ids.toArray()) {
                insert.setLong(1, id);
                insert.setString(2, phone(id));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String phone(long id) {
        return "139" + (10_000_000 + id);
    }

    private static List<String> phones(LongStream ids) {
        return ids.mapToObj(QuerySourceContract::phone).toList();
    }

    private List<String> readFrom(long ordinal) {
        try (Stream<String> rows = source.open(ordinal)) {
            return rows.toList();
        }
    }

    @Test
    void readsEveryRowInOrder() throws SQLException {
        insert(LongStream.rangeClosed(1, 2 * PAGE + 500));

        assertThat(readFrom(0)).isEqualTo(phones(LongStream.rangeClosed(1, 2 * PAGE + 500)));
        assertThat(pool.statements()).as("pages").hasSize(3);
    }

    @Test
    void readsNothingFromAnEmptyTable() {
        assertThat(readFrom(0)).isEmpty();
    }

    @Test
    void endsAtAPageThatIsFullAndTheLast() throws SQLException {
        insert(LongStream.rangeClosed(1, PAGE));

        assertThat(readFrom(0)).hasSize(PAGE);
    }

    @Test
    void passesOverRows() throws SQLException {
        insert(LongStream.rangeClosed(1, PAGE + 300));

        assertThat(readFrom(PAGE + 100)).isEqualTo(phones(LongStream.rangeClosed(PAGE + 101, PAGE + 300)));
        assertThat(readFrom(PAGE + 300)).isEmpty();
    }

    @Test
    void findsGapsBetweenRowsNoReasonToEnd() throws SQLException {
        insert(LongStream.rangeClosed(1, 1_500).map(id -> 7 * id));

        assertThat(readFrom(0))
                .isEqualTo(phones(LongStream.rangeClosed(1, 1_500).map(id -> 7 * id)));
    }

    /** Pages counted by rows would read a row twice here, and with it send a message twice. */
    @Test
    void readsNoRowTwiceWhenOneIsInsertedBehindThePage() throws SQLException {
        insert(LongStream.rangeClosed(1, 2 * PAGE).map(id -> 2 * id));
        try (Stream<String> rows = source.open(0)) {
            Iterator<String> reading = rows.iterator();
            assertThat(reading.next()).isEqualTo(phone(2));

            insert(LongStream.of(1, 3, PAGE + 1));

            assertThat(reading)
                    .toIterable()
                    .containsExactlyElementsOf(
                            phones(LongStream.rangeClosed(2, 2 * PAGE).map(id -> 2 * id)));
        }
    }

    /** Pages counted by rows would pass over a row here. */
    @Test
    void passesOverNoRowWhenOneIsDeletedBehindThePage() throws SQLException {
        insert(LongStream.rangeClosed(1, 2 * PAGE));
        try (Stream<String> rows = source.open(0)) {
            Iterator<String> reading = rows.iterator();
            assertThat(reading.next()).isEqualTo(phone(1));

            database.execute("delete from customers where id <= 500");

            assertThat(reading).toIterable().containsExactlyElementsOf(phones(LongStream.rangeClosed(2, 2 * PAGE)));
        }
    }

    @Test
    void readsWhatIsAppendedMeanwhile() throws SQLException {
        insert(LongStream.rangeClosed(1, PAGE));
        try (Stream<String> rows = source.open(0)) {
            Iterator<String> reading = rows.iterator();
            reading.next();

            insert(LongStream.rangeClosed(PAGE + 1, PAGE + 10));

            assertThat(reading).toIterable().containsExactlyElementsOf(phones(LongStream.rangeClosed(2, PAGE + 10)));
        }
    }

    @Test
    void failsWithWhatTheDatabaseSays() {
        database.execute("drop table customers");

        assertThatThrownBy(() -> readFrom(0))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(SQLException.class);
    }
}

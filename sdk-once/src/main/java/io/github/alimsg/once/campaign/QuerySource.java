package io.github.alimsg.once.campaign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;

/** The rows of a query, page by page, each of which begins behind the last row of the one before. */
final class QuerySource<R> implements Source<R> {
    private static final int PAGE = 1_000;

    private final DataSource dataSource;
    private final String sql;
    private final Object before;
    private final RowReader<? extends R> reader;

    QuerySource(DataSource dataSource, String sql, Object before, RowReader<? extends R> reader) {
        this.dataSource = dataSource;
        this.sql = sql;
        this.before = before;
        this.reader = reader;
    }

    @Override
    public Stream<R> open(long from) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Rows(), Spliterator.ORDERED), false)
                .skip(from);
    }

    private final class Rows implements Iterator<R> {
        private final Queue<R> page = new ArrayDeque<>();
        private Object last = before;
        private boolean isAtEnd;

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && !isAtEnd) {
                read();
            }
            return !page.isEmpty();
        }

        @Override
        public R next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.remove();
        }

        private void read() {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, last);
                query.setInt(2, PAGE);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getObject(1);
                        page.add(reader.read(rows));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the query of the source failed", e);
            }
            isAtEnd = page.size() < PAGE;
        }
    }
}

package io.github.alimsg.once.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;

/**
 * The recipients of a campaign, in an order that stays. They are read from the first on, possibly several times and by
 * several processes, and never held all at once. A source that has changed since its campaign began is noticed by the
 * fingerprints of the parts, and stops the campaign.
 *
 * @param <R> a recipient
 */
public interface Source<R> {
    /**
     * Opens the source.
     *
     * @param from how many recipients to pass over
     * @return the recipients from there on, in order, read while the stream is used; the campaign closes it
     */
    Stream<R> open(long from);

    /** {@return how many recipients there are, for the progress; empty when that is not known} */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /**
     * Reads a text file in UTF-8, a line for each recipient.
     *
     * @param path the file
     * @param recipientOf reads a line; what it throws stops the campaign, so check lines before one begins
     * @param <R> a recipient
     * @return the source
     */
    static <R> Source<R> lines(Path path, Function<? super String, ? extends R> recipientOf) {
        return new Source<>() {
            @Override
            public Stream<R> open(long from) {
                return lines().skip(from).map(recipientOf);
            }

            @Override
            public OptionalLong size() {
                try (Stream<String> lines = lines()) {
                    return OptionalLong.of(lines.count());
                }
            }

            @SuppressWarnings("StreamResourceLeak") // whoever opens the source closes it
            private Stream<String> lines() {
                try {
                    return Files.lines(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /**
     * Reads the rows of a query, page by page. The query takes two parameters, the first column of the row before and the
     * number of rows of a page, and sorts by that column:
     *
     * <pre>{@code
     * Source.query(dataSource, "select id, number from customers where id > ? order by id limit ?", 0L, row -> ...)
     * }</pre>
     *
     * @param dataSource the database; a connection is held for one page only
     * @param sql the query, whose first column is unique and never changes
     * @param before a value of the first column before all others, such as {@code 0L} or {@code ""}
     * @param recipientOf reads a row
     * @param <R> a recipient
     * @return the source
     */
    static <R> Source<R> query(DataSource dataSource, String sql, Object before, RowReader<? extends R> recipientOf) {
        return new QuerySource<>(dataSource, sql, before, recipientOf);
    }

    /**
     * Reads what a collection or other code returns, the same each time.
     *
     * @param recipients iterated over from the beginning, possibly several times and by two threads at once
     * @param <R> a recipient
     * @return the source
     */
    static <R> Source<R> iterable(Iterable<? extends R> recipients) {
        return new Source<>() {
            @Override
            public Stream<R> open(long from) {
                return StreamSupport.stream(recipients.spliterator(), false)
                        .skip(from)
                        .map(Function.identity());
            }

            @Override
            public OptionalLong size() {
                return recipients instanceof Collection<?> known ? OptionalLong.of(known.size()) : OptionalLong.empty();
            }
        };
    }

    /**
     * Reads a row.
     *
     * @param <R> a recipient
     */
    @FunctionalInterface
    interface RowReader<R> {
        /**
         * Reads the current row.
         *
         * @param row the row
         * @return the recipient
         * @throws SQLException when it can't be read
         */
        R read(ResultSet row) throws SQLException;
    }
}

package io.github.alimsg.core;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The items of a list operation, fetched page by page on demand. Every iteration starts over at the first page.
 *
 * <p>Iteration ends on an empty page, on a page equal to the previous one, when the total is reached, or when the
 * service returns no next token or the same one again. When fetching a page fails, the iterator throws and stays where
 * it is: calling it again fetches the same page.
 *
 * @param <P> a page: the operation's response
 * @param <T> an item
 */
public final class Pager<P, T> implements Iterable<T> {
    private final Function<@Nullable Cursor, Page<P, T>> fetch;

    private Pager(Function<@Nullable Cursor, Page<P, T>> fetch) {
        this.fetch = fetch;
    }

    /** The position of the next page: a number or a token, and how many items came before. */
    private record Cursor(int number, @Nullable String token, long before, List<?> previous) {}

    private record Page<P, T>(
            P response, List<T> items, @Nullable Cursor next) {}

    /**
     * Creates a pager for an operation that numbers its pages.
     *
     * @param firstPage number of the first page
     * @param fetch gets a page by its number
     * @param items the items on a page
     * @param total gets the total number of items from a page; null, or returning null, when the service does not say
     * @param <P> a page
     * @param <T> an item
     * @return the pager; nothing is fetched yet
     */
    public static <P, T> Pager<P, T> byNumber(
            int firstPage,
            IntFunction<P> fetch,
            Function<P, List<T>> items,
            @Nullable Function<P, @Nullable Long> total) {
        return new Pager<>(cursor -> {
            int number = cursor == null ? firstPage : cursor.number;
            P response = fetch.apply(number);
            List<T> list = items.apply(response);
            long fetched = (cursor == null ? 0 : cursor.before) + list.size();
            Long all = total == null ? null : total.apply(response);
            boolean last = list.isEmpty() || all != null && fetched >= all || repeats(cursor, list);
            return new Page<>(
                    response,
                    repeats(cursor, list) ? List.of() : list,
                    last ? null : new Cursor(number + 1, null, fetched, list));
        });
    }

    /**
     * Creates a pager for an operation that links its pages by tokens.
     *
     * @param firstToken token of the first page; null to start at the beginning
     * @param fetch gets a page by its token, which is null for the first page
     * @param items the items on a page
     * @param nextToken gets the token of the next page; null or empty on the last
     * @param <P> a page
     * @param <T> an item
     * @return the pager; nothing is fetched yet
     */
    public static <P, T> Pager<P, T> byToken(
            @Nullable String firstToken,
            Function<@Nullable String, P> fetch,
            Function<P, List<T>> items,
            Function<P, @Nullable String> nextToken) {
        return new Pager<>(cursor -> {
            String token = cursor == null ? firstToken : cursor.token;
            P response = fetch.apply(token);
            List<T> list = items.apply(response);
            String next = nextToken.apply(response);
            boolean last = list.isEmpty() || next == null || next.isEmpty() || next.equals(token);
            return new Page<>(response, list, last ? null : new Cursor(0, next, 0, list));
        });
    }

    /**
     * Creates a pager for an operation that returns everything at once.
     *
     * @param fetch gets it
     * @param items the items in it
     * @param <P> the page
     * @param <T> an item
     * @return the pager; nothing is fetched yet
     */
    public static <P, T> Pager<P, T> single(java.util.function.Supplier<P> fetch, Function<P, List<T>> items) {
        return new Pager<>(cursor -> {
            P response = fetch.get();
            return new Page<>(response, items.apply(response), null);
        });
    }

    private static boolean repeats(@Nullable Cursor cursor, List<?> items) {
        return cursor != null && !items.isEmpty() && cursor.previous.equals(items);
    }

    /** {@return the pages, each fetched on demand} */
    public Iterable<P> pages() {
        return () -> new Iterator<>() {
            private final Pages pages = new Pages();

            @Override
            public boolean hasNext() {
                return pages.hasNext();
            }

            @Override
            public P next() {
                return pages.next().response;
            }
        };
    }

    /** {@return the items, lazily, in the service's order} */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<T> iterator() {
        return new Items();
    }

    private final class Pages implements Iterator<Page<P, T>> {
        private @Nullable Page<P, T> last;

        @Override
        public boolean hasNext() {
            return last == null || last.next != null;
        }

        @Override
        public Page<P, T> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Page<P, T> page = fetch.apply(last == null ? null : Objects.requireNonNull(last.next));
            last = page;
            return page;
        }
    }

    private final class Items implements Iterator<T> {
        private final Pages pages = new Pages();
        private Iterator<T> items = List.<T>of().iterator();

        @Override
        public boolean hasNext() {
            while (!items.hasNext() && pages.hasNext()) {
                items = pages.next().items.iterator();
            }
            return items.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return items.next();
        }
    }
}

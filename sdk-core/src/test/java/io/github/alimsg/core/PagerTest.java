package io.github.alimsg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PagerTest {
    /** An answer of a list operation. */
    private record Answer(
            List<String> items,
            @Nullable Long total,
            @Nullable String next) {}

    /** Numbers or tokens of the pages that were asked for. */
    private final List<Object> asked = new ArrayList<>();

    @Test
    void nothingIsFetchedBeforeItIsAskedFor() {
        Pager<Answer, String> pager = counted(null, List.of("a"), List.of("b"));

        pager.iterator();
        pager.stream();
        pager.pages().iterator();

        assertThat(asked).isEmpty();
    }

    @Test
    void pageIsFetchedWhenTheOneBeforeIsUsedUp() {
        Iterator<String> items = counted(null, List.of("a", "b"), List.of("c")).iterator();

        items.next();
        items.next();
        assertThat(asked).containsExactly(1);
        items.next();

        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void everyIterationBeginsAnew() {
        Pager<Answer, String> pager = counted(null, List.of("a", "b"), List.of("c"));

        assertThat(pager).containsExactly("a", "b", "c");
        assertThat(pager).containsExactly("a", "b", "c");
        assertThat(asked).containsExactly(1, 2, 3, 1, 2, 3);
    }

    @Test
    void failedPageIsFetchedAgain() {
        var failing = new boolean[] {true};
        Iterator<String> items = Pager.<Answer, String>byNumber(
                        1,
                        number -> {
                            asked.add(number);
                            if (number == 2 && failing[0]) {
                                failing[0] = false;
                                throw new IllegalStateException("lost");
                            }
                            return page(number, null, List.of("a"), List.of("b"));
                        },
                        Answer::items,
                        null)
                .iterator();
        items.next();

        assertThatThrownBy(items::hasNext).hasMessage("lost");

        assertThat(items).toIterable().containsExactly("b");
        assertThat(asked).containsExactly(1, 2, 2, 3);
    }

    @Test
    void emptyPageIsTheLast() {
        assertThat(counted(null, List.of("a"), List.of(), List.of("never"))).containsExactly("a");
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void reachedTotalIsTheEnd() {
        assertThat(counted(3L, List.of("a", "b"), List.of("c"), List.of("never")))
                .containsExactly("a", "b", "c");
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void repeatedPageIsTheEndAndNotHandedOutTwice() {
        List<String> page = List.of("a", "b");

        assertThat(counted(null, page, List.copyOf(page), List.of("never"))).containsExactly("a", "b");
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void pagesAreCountedFromTheFirst() {
        Pager<Answer, String> pager =
                Pager.byNumber(0, number -> page(number + 1, null, List.of("a"), List.of("b")), Answer::items, null);

        assertThat(pager).containsExactly("a", "b");
    }

    @Test
    void tokensChainThePages() {
        assertThat(chained(null, Map.of("", "t1", "t1", "t2"))).containsExactly("after ", "after t1", "after t2");
        assertThat(asked).containsExactly("", "t1", "t2");
    }

    @Test
    void firstTokenMayBeGiven() {
        assertThat(chained("t1", Map.of("", "t1", "t1", "t2"))).containsExactly("after t1", "after t2");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "t1")
    void noTokenOrTheSameAgainIsTheEnd(@Nullable String next) {
        Pager<Answer, String> pager = Pager.byToken(
                "t1",
                token -> {
                    asked.add(token);
                    return new Answer(List.of("a"), null, next);
                },
                Answer::items,
                Answer::next);

        assertThat(pager).containsExactly("a");
        assertThat(asked).containsExactly("t1");
    }

    @Test
    void emptyPageEndsTheChain() {
        Pager<Answer, String> pager =
                Pager.byToken(null, token -> new Answer(List.of(), null, token + "x"), Answer::items, Answer::next);

        assertThat(pager).isEmpty();
    }

    @Test
    void singlePageIsFetchedOnceAnIteration() {
        Pager<Answer, String> pager = Pager.single(
                () -> {
                    asked.add("all");
                    return new Answer(List.of("a", "b"), null, null);
                },
                Answer::items);

        assertThat(pager).containsExactly("a", "b");
        assertThat(asked).containsExactly("all");
    }

    @Test
    void streamFetchesNoMoreThanItNeeds() {
        assertThat(counted(null, List.of("a", "b"), List.of("c")).stream().limit(2))
                .containsExactly("a", "b");
        assertThat(asked).containsExactly(1);
    }

    @Test
    void pagesAreTheAnswersThemselves() {
        Pager<Answer, String> pager = counted(3L, List.of("a", "b"), List.of("c"));

        assertThat(pager.pages()).extracting(Answer::items).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void askingBeyondTheEndIsAnError() {
        Pager<Answer, String> pager = counted(1L, List.of("a"));
        Iterator<String> items = pager.iterator();
        Iterator<Answer> pages = pager.pages().iterator();
        items.next();
        pages.next();

        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    }

    @SafeVarargs
    private Pager<Answer, String> counted(@Nullable Long total, List<String>... pages) {
        return Pager.byNumber(
                1,
                number -> {
                    asked.add(number);
                    return page(number, total, pages);
                },
                Answer::items,
                Answer::total);
    }

    @SafeVarargs
    private static Answer page(int number, @Nullable Long total, List<String>... pages) {
        return new Answer(number <= pages.length ? pages[number - 1] : List.of(), total, null);
    }

    /** Pages of one item that says which token brought it; the map has the token after each. */
    private Pager<Answer, String> chained(@Nullable String first, Map<String, String> next) {
        return Pager.byToken(
                first,
                token -> {
                    String key = token == null ? "" : token;
                    asked.add(key);
                    return new Answer(List.of("after " + key), null, next.get(key));
                },
                Answer::items,
                Answer::next);
    }
}

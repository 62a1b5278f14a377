package io.github.alimsg.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.Pager;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.it.contract.JavaObjects.Setters;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every list comes whole, page by page. */
class ContractPagerTest {
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** A talk over the pages of an operation, and the pager that leads it from the client's side. */
    private interface PagerPromise {
        void check(Api api, MetadataOperation operation, PagedTalk talk);
    }

    private static Stream<DynamicContainer> forEveryPager(int firstPage, PagerPromise promise) {
        return stage.forOperations((api, name) -> api.customization().pagers().containsKey(name), (api, operation) -> {
            JsonNode pager = api.customization().pagers().get(operation.name());
            var talk = new PagedTalk(operation, pager, firstPage);
            stage.cloud().when(operation.name()).thenAnswer(talk::answer);
            promise.check(api, operation, talk);
            assertThat(stage.cloud().defects()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicContainer> allItemsOfAllPagesComeInOrder() {
        return forEveryPager(1, (api, operation, talk) -> {
            Pager<?, ?> pager = builtInPlace(api, operation, talk);
            assertThat(stage.cloud().received())
                    .as("before anything is asked for")
                    .isEmpty();

            expectItems(talk, pager.stream().toList());

            assertThat(talk.asked()).isEqualTo(talk.toAsk());
        });
    }

    @TestFactory
    Stream<DynamicContainer> pageAndSizeThatAreRequiredAreThereUnlessTheRequestSaysOtherwise() {
        return forEveryPager(1, (api, operation, talk) -> {
            builtInPlace(api, operation, talk).iterator().next();

            boolean preset = isRequiredAtTop(operation, talk.sizePath()) || talk.isSizeRequired();
            assertThat(talk.sizes()).containsExactly(preset ? talk.defaultSize() : PagedTalk.NONE);
        });
    }

    @TestFactory
    Stream<DynamicContainer> aPagerBeginsWhereTheRequestSaysAndKeepsTheRestOfIt() {
        return forEveryPager(4, (api, operation, talk) -> {
            ObjectNode values = Samples.full().object(operation.request());
            if (!talk.isSingle()) {
                put(values, talk.pagePath(), talk.toAsk().get(0));
            }
            Class<?> type = api.requestType(operation.name());
            Object request = JavaObjects.build(type, operation.request(), values, Setters.TYPED);
            Method method = Reflection.method(api.clientType(), pagesMethod(api, operation), type);
            var pager = (Pager<?, ?>) Reflection.invoke(method, stage.client(api), request);

            List<Object> pages = new ArrayList<>();
            pager.pages().forEach(pages::add);

            assertThat(pages).hasSameSizeAs(talk.toAsk()).allMatch(page -> page instanceof SdkResponse);
            assertThat(stage.cloud().received()).hasSameSizeAs(talk.toAsk());
            for (int page = 0; page < pages.size(); page++) {
                if (!talk.isSingle()) {
                    put(values, talk.pagePath(), talk.toAsk().get(page));
                }
                Arrival.expect(stage.cloud().received().get(page), operation, values);
            }
        });
    }

    @TestFactory
    Stream<DynamicContainer> aPageThatFailedIsAskedForAgainWhereTheListStood() {
        return forEveryPager(1, (api, operation, talk) -> {
            talk.failOnSecondPage();
            Iterator<?> items = builtInPlace(api, operation, talk).iterator();
            List<Object> found = new ArrayList<>();
            if (!talk.isSingle()) {
                found.add(items.next());
                found.add(items.next());

                assertThatThrownBy(items::hasNext)
                        .isInstanceOfSatisfying(
                                ServiceException.class,
                                failure -> assertThat(failure.code()).isEqualTo("InvalidParameter"));
            }
            items.forEachRemaining(found::add);

            expectItems(talk, found);
            List<String> toAsk = new ArrayList<>(talk.toAsk());
            if (!talk.isSingle()) {
                toAsk.add(1, toAsk.get(1));
            }
            assertThat(talk.asked()).isEqualTo(toAsk);
        });
    }

    @TestFactory
    Stream<DynamicContainer> aPagerCanBeAskedAnewFromTheFirstPage() {
        return forEveryPager(1, (api, operation, talk) -> {
            Pager<?, ?> pager = builtInPlace(api, operation, talk);
            expectItems(talk, pager.stream().toList());
            stage.cloud().reset();
            stage.cloud().when(operation.name()).thenAnswer(talk::answer);

            List<Object> again = new ArrayList<>();
            pager.forEach(again::add);

            expectItems(talk, again);
        });
    }

    @Test
    void thePagersOfTheClientsAreThoseOfTheCustomization() {
        for (Api api : Api.ALL) {
            List<String> expected = api.customization().pagers().keySet().stream()
                    .map(name -> api.pager(name).getName())
                    .toList();
            assertThat(Arrays.stream(api.clientType().getMethods())
                            .filter(method -> method.getReturnType() == Pager.class)
                            .map(Method::getName)
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static void expectItems(PagedTalk talk, List<?> items) {
        List<JsonNode> found = new ArrayList<>();
        items.forEach(item -> found.add(JavaObjects.wire(talk.itemShape(), item)));
        assertThat(Json.differences(
                        JsonNodeFactory.instance.arrayNode().addAll(talk.items()),
                        JsonNodeFactory.instance.arrayNode().addAll(found)))
                .isEmpty();
    }

    private static String pagesMethod(Api api, MetadataOperation operation) {
        return api.pager(operation.name()).getName();
    }

    /** A pager whose request sets the required fields, page and size aside. */
    private static Pager<?, ?> builtInPlace(Api api, MetadataOperation operation, PagedTalk talk) {
        ObjectNode values = Samples.required().object(operation.request());
        if (talk.isByNumber()) {
            values.remove(talk.pagePath().get(0));
        }
        if (!talk.sizePath().isEmpty() && isRequiredAtTop(operation, talk.sizePath())) {
            values.remove(talk.sizePath().get(0));
        }
        Class<?> type = api.requestType(operation.name());
        Consumer<Object> filling =
                builder -> JavaObjects.fill(builder, type, operation.request(), values, Setters.TYPED);
        Method method = Reflection.method(api.clientType(), pagesMethod(api, operation), Consumer.class);
        return (Pager<?, ?>) Reflection.invoke(method, stage.client(api), filling);
    }

    private static boolean isRequiredAtTop(MetadataOperation operation, List<String> path) {
        return !path.isEmpty()
                && operation.request().stream().anyMatch(field -> field.name().equals(path.get(0)) && field.required());
    }

    /** Puts what asks for a page: nothing, a text, or a number where a number stands. */
    private static void put(ObjectNode values, List<String> path, String asked) {
        ObjectNode parent = path.size() == 1 ? values : (ObjectNode) values.path(path.get(0));
        String name = path.get(path.size() - 1);
        if (asked.equals(PagedTalk.NONE)) {
            parent.remove(name);
        } else if (parent.path(name).isNumber()) {
            parent.put(name, Long.parseLong(asked));
        } else {
            parent.put(name, asked);
        }
    }
}

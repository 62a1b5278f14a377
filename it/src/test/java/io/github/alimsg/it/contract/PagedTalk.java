package io.github.alimsg.it.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.it.contract.Shape.Field;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** The service's side of a talk over three pages of two items each, after which there is nothing more. */
final class PagedTalk {
    /** Stands for a number, token or size that a request does not have. */
    static final String NONE = "none";

    private static final int PAGES = 3;
    private static final int ITEMS = 2;

    private final MetadataOperation operation;
    private final JsonNode pager;
    private final int firstPage;
    private final Samples samples = Samples.full();
    private final List<ArrayNode> pages = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> sizes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failSecond = new AtomicBoolean();

    /**
     * A talk.
     *
     * @param operation the list operation
     * @param pager what the customization says of its pages
     * @param firstPage number that the first page has
     */
    PagedTalk(MetadataOperation operation, JsonNode pager, int firstPage) {
        this.operation = operation;
        this.pager = pager;
        this.firstPage = firstPage;
        for (int page = 0; page < (isSingle() ? 1 : PAGES); page++) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (int item = 0; item < ITEMS; item++) {
                items.add(samples.value(itemShape(), "item"));
            }
            pages.add(items);
        }
    }

    boolean isSingle() {
        return style().equals("single");
    }

    boolean isByNumber() {
        return style().equals("number");
    }

    private String style() {
        return pager.path("style").asText();
    }

    /** {@return whether an answer says how many items there are in all} */
    boolean hasTotal() {
        return pager.has("total");
    }

    /** The second page fails once. */
    void failOnSecondPage() {
        failSecond.set(true);
    }

    /** {@return names that lead to what asks for a page, from the request's top} */
    List<String> pagePath() {
        return path(isByNumber() ? "page" : "token");
    }

    List<String> sizePath() {
        return path("size");
    }

    private List<String> path(String key) {
        return pager.has(key) ? Arrays.asList(pager.path(key).asText().split("\\.")) : List.of();
    }

    /** {@return how many items a page has unless the request says otherwise, as text} */
    String defaultSize() {
        return pager.path("defaultSize").asText("20");
    }

    /** {@return the shape of one item} */
    Shape itemShape() {
        return ((Shape.Items) field(operation.reply(), path("items")).shape()).item();
    }

    /** {@return whether the size has to stand where page and size stand} */
    boolean isSizeRequired() {
        return pager.has("size") && field(operation.request(), sizePath()).required();
    }

    private Field field(List<Field> fields, List<String> path) {
        Field found = fields.stream()
                .filter(field -> field.name().equals(path.get(0)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation.name() + " has no " + path));
        if (path.size() == 1) {
            return found;
        }
        List<Field> members = found.shape() instanceof Shape.Unwrapped unwrapped
                ? List.of(unwrapped.only())
                : ((Shape.Struct) found.shape()).fields();
        return field(members, path.subList(1, path.size()));
    }

    /** {@return the items of all pages, in order} */
    List<JsonNode> items() {
        List<JsonNode> all = new ArrayList<>();
        pages.forEach(page -> page.forEach(all::add));
        return all;
    }

    /** {@return the numbers or tokens that were asked for} */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** {@return the numbers or tokens that have to be asked for; a last, empty page only where nothing else ends the list} */
    List<String> toAsk() {
        List<String> all = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            all.add(name(page));
        }
        if (isByNumber() && !hasTotal()) {
            all.add(name(PAGES));
        }
        return all;
    }

    /** {@return the sizes that were asked for} */
    List<String> sizes() {
        return List.copyOf(sizes);
    }

    /** {@return what asks for a page} */
    private String name(int page) {
        return isByNumber() ? Integer.toString(firstPage + page) : page == 0 ? NONE : token(page);
    }

    private static String token(int page) {
        return "token " + page + " +/=&短";
    }

    /** Answers a request. */
    Reply answer(ReceivedCall call) {
        String wanted = text(call, pagePath());
        asked.add(wanted);
        sizes.add(text(call, sizePath()));
        int page = isSingle() ? 0 : toAskWithEnd().indexOf(wanted);
        if (page == 1 && failSecond.compareAndSet(true, false)) {
            return Reply.json(400, "{\"Code\":\"InvalidParameter\",\"Message\":\"not now\",\"RequestId\":\"1\"}");
        }
        if (page < 0) {
            return Reply.json(400, "{\"Code\":\"InvalidPage\",\"Message\":\"no such page\",\"RequestId\":\"1\"}");
        }
        return Reply.json(page(page).toString());
    }

    private List<String> toAskWithEnd() {
        List<String> all = new ArrayList<>();
        for (int page = 0; page <= PAGES; page++) {
            all.add(name(page));
        }
        return all;
    }

    private ObjectNode page(int page) {
        ObjectNode reply = Replies.full(operation);
        boolean beyond = page >= pages.size();
        put(reply, path("items"), beyond ? JsonNodeFactory.instance.arrayNode() : pages.get(page));
        putText(reply, path("total"), Integer.toString(PAGES * ITEMS));
        putText(reply, path("next"), page + 1 < PAGES ? token(page + 1) : "");
        return reply;
    }

    /** Puts a text, or a number where a number stands. */
    private static void putText(ObjectNode reply, List<String> path, String text) {
        if (!path.isEmpty()) {
            boolean number = reply.at("/" + String.join("/", path)).isNumber();
            put(
                    reply,
                    path,
                    number
                            ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                            : JsonNodeFactory.instance.textNode(text));
        }
    }

    private static void put(ObjectNode reply, List<String> path, JsonNode value) {
        ObjectNode parent = reply;
        for (String name : path.subList(0, path.size() - 1)) {
            parent = (ObjectNode) Objects.requireNonNull(parent.get(name), name);
        }
        parent.set(path.get(path.size() - 1), value);
    }

    /** What stands at a place of a request: a parameter, or in the object that a parameter is. */
    private static String text(ReceivedCall call, List<String> path) {
        String parameter = path.isEmpty() ? null : call.parameter(path.get(0));
        if (parameter == null) {
            return NONE;
        }
        return path.size() == 1
                ? parameter
                : Json.parse(parameter).path(path.get(1)).asText(NONE);
    }
}

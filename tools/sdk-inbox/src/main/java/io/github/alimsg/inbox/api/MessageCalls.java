package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.Newest;
import io.github.alimsg.inbox.box.Search;
import io.github.alimsg.inbox.box.StoredMessage;
import io.github.alimsg.inbox.box.StoredRequest;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.json.Json;
import java.util.List;
import java.util.function.Predicate;

/** Looking at messages, and waiting for them. */
final class MessageCalls {
    private static final int MAX_LIMIT = 5000;
    private static final int LIMIT = 200;

    private final Box box;

    MessageCalls(Box box) {
        this.box = box;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/messages", this::list)
                .add("GET", "/messages/next", this::next)
                .add("GET", "/messages/{id}", this::get)
                .add("DELETE", "/messages", this::delete)
                .add("GET", "/otp", this::oneTimeCode);
    }

    private Answer list(PageCall call) {
        Newest<StoredMessage> messages = box.messages();
        Search wanted = wanted(call);
        int limit = (int) call.number("limit", 1, MAX_LIMIT, LIMIT);
        long after = call.number("after", 0, Long.MAX_VALUE, -1);
        Newest.Page<StoredMessage> page;
        if (after >= 0) {
            long before = call.number("before", 0, Long.MAX_VALUE, Long.MAX_VALUE);
            page = messages.after(after, limit, message -> message.sequence() < before && wanted.test(message));
        } else {
            page = messages.before(call.number("before", 0, Long.MAX_VALUE, Long.MAX_VALUE), limit, wanted);
        }
        List<byte[]> found = page.entries().stream().map(StoredMessage::bytes).toList();
        return Answer.list(
                "messages", found, Json.object().put("last", messages.last()).put("more", page.more()));
    }

    /** What the query asks for. @throws CallException when the search can't be read */
    private static Search wanted(PageCall call) {
        String search = call.parameter("q");
        Search wanted;
        try {
            wanted = search == null ? Search.all() : Search.of(search);
        } catch (IllegalArgumentException e) {
            throw CallException.wrong(String.valueOf(e.getMessage()));
        }
        String to = call.parameter("to");
        if (to != null) {
            wanted.where(with(to));
        }
        String operation = call.parameter("op");
        if (operation != null) {
            wanted.where(message -> operation.equalsIgnoreCase(Json.text(message, "operation")));
        }
        return wanted;
    }

    /** To or from a number, with or without its plus and calling code. */
    private static Predicate<ObjectNode> with(String number) {
        String digits = Search.number(number);
        return message -> {
            String other = Json.text(message, "number");
            return other != null && Search.number(other).endsWith(digits);
        };
    }

    private Answer next(PageCall call) throws InterruptedException {
        long after = call.number("after", 0, Long.MAX_VALUE, box.messages().last());
        StoredMessage message =
                box.messages().await(after, wanted(call), call.patience().toNanos());
        return message == null ? Answer.nothing() : Answer.ok(message.json());
    }

    private Answer oneTimeCode(PageCall call) throws InterruptedException {
        Search wanted = wanted(call).where(message -> Json.text(message, "otp") != null);
        long after = call.number("after", 0, Long.MAX_VALUE, 0);
        long nanos = call.patience().toNanos();
        List<StoredMessage> there = box.messages()
                .before(Long.MAX_VALUE, 1, message -> message.sequence() > after && wanted.test(message))
                .entries();
        StoredMessage message = there.isEmpty() ? box.messages().await(after, wanted, nanos) : there.get(0);
        if (message == null) {
            return Answer.nothing();
        }
        ObjectNode json = message.json();
        ObjectNode answer = Json.object().put("code", Json.text(json, "otp"));
        answer.set("message", json);
        return Answer.ok(answer);
    }

    private Answer get(PageCall call) {
        StoredMessage message = box.message(call.variable());
        if (message == null) {
            throw CallException.notFound("message " + call.variable());
        }
        ObjectNode json = message.json();
        StoredRequest request = box.requests().get(json.path("requestSequence").asLong());
        if (request != null) {
            json.set("request", request.json());
        }
        return Answer.ok(json);
    }

    private Answer delete(PageCall call) {
        box.clear();
        return Answer.nothing();
    }
}

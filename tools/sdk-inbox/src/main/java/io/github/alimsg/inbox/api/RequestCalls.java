package io.github.alimsg.inbox.api;

import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.box.StoredRequest;
import io.github.alimsg.inbox.http.Answer;
import io.github.alimsg.inbox.http.CallException;
import io.github.alimsg.inbox.http.PageCall;
import io.github.alimsg.inbox.http.Routes;
import io.github.alimsg.inbox.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Looking at requests, refused ones included. */
final class RequestCalls {
    private final Box box;

    RequestCalls(Box box) {
        this.box = box;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/requests", this::list).add("GET", "/requests/{sequence}", this::get);
    }

    private Answer list(PageCall call) {
        int limit = (int) call.number("limit", 1, 1000, 200);
        long after = call.number("after", 0, Long.MAX_VALUE, -1);
        long before = call.number("before", 0, Long.MAX_VALUE, Long.MAX_VALUE);
        boolean forwards = after >= 0;
        List<StoredRequest> found = new ArrayList<>(
                forwards
                        ? box.requests().after(after, limit + 1)
                        : box.requests().before(before, limit + 1));
        boolean more = found.size() > limit;
        if (more) {
            found.remove(forwards ? limit : 0);
        }
        return Answer.ok(
                Json.list("requests", found.stream().map(StoredRequest::summary).toList())
                        .put("last", box.requests().last())
                        .put("more", more));
    }

    private Answer get(PageCall call) {
        StoredRequest request = box.requests().get(call.number());
        if (request == null) {
            throw CallException.notFound("request " + call.variable());
        }
        return Answer.ok(request.json());
    }
}

package io.github.alimsg.queue.protocol;

import io.github.alimsg.core.http.HttpFailure;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives replies in order, and keeps what was sent. */
final class ScriptedTransport implements HttpTransport {
    static final String DATE = "Fri, 02 Jan 2026 03:04:05 GMT";

    final List<HttpRequest> sent = new ArrayList<>();
    private final Deque<Object> replies = new ArrayDeque<>();

    ScriptedTransport reply(int status, String body) {
        return reply(status, body, DATE);
    }

    ScriptedTransport reply(int status, String body, String date) {
        replies.add(new HttpResponse(
                status, List.of("Date", date, "x-mns-request-id", "R-1"), body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    ScriptedTransport refuse(int status, String code) {
        return reply(status, error(code));
    }

    ScriptedTransport fail(HttpFailure failure) {
        replies.add(failure);
        return this;
    }

    static String error(String code) {
        return "<?xml version=\"1.0\"?><Error xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><Code>" + code
                + "</Code><Message>what the service says</Message><RequestId>R-2</RequestId>"
                + "<HostId>http://1.mns.x.aliyuncs.com</HostId></Error>";
    }

    @Override
    public HttpResponse execute(HttpRequest request) throws HttpFailure {
        sent.add(request);
        Object next = replies.removeFirst();
        if (next instanceof HttpFailure failure) {
            throw failure;
        }
        return (HttpResponse) next;
    }

    String header(int request, String name) {
        List<String> headers = sent.get(request).headers();
        return headers.get(headers.indexOf(name) + 1);
    }

    @Override
    public void close() {}
}

package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.http.HttpRequest;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Creates OkHttp's requests. Parses the common part of the URLs of a service's calls once. */
final class Requests {
    private volatile @Nullable Origin last;

    private record Origin(String text, HttpUrl url) {}

    /**
     * Creates one.
     *
     * @param call what to send
     * @param query the query; empty when it is inserted below OkHttp
     * @param body the body, which a GET does not have
     */
    Request of(HttpRequest call, String query, OneShotBody body) {
        Request.Builder request = new Request.Builder()
                .url(url(call, query))
                .method(call.method(), call.method().equals("GET") ? null : body);
        for (int i = 0; i + 1 < call.headers().size(); i += 2) {
            request.addHeader(call.headers().get(i), call.headers().get(i + 1));
        }
        if (call.userAgent() != null) {
            request.addHeader("User-Agent", call.userAgent());
        }
        return request.build();
    }

    private HttpUrl url(HttpRequest call, String query) {
        Origin origin = last;
        if (origin == null || !origin.text.equals(call.origin())) {
            origin = new Origin(call.origin(), HttpUrl.get(call.origin()));
            last = origin;
        }
        if (query.isEmpty() && call.path().equals("/")) {
            return origin.url;
        }
        HttpUrl.Builder url = origin.url.newBuilder().encodedPath(call.path());
        return query.isEmpty() ? url.build() : url.encodedQuery(query).build();
    }
}

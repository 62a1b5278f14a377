package io.github.alimsg.core.internal.signing;

import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as it is sent. */
public final class SignedRequest {
    private static final byte[] NO_BODY = {};

    private final String query;
    private final List<String> headers;
    private final byte[] body;

    SignedRequest(String query, List<String> headers, @Nullable PercentEncodedPairs form) {
        this.query = query;
        this.headers = headers;
        this.body = form == null || form.isEmpty() ? NO_BODY : form.toBytes();
    }

    /** The percent-encoded query. */
    public String query() {
        return query;
    }

    /** Header names and values in turn. */
    public List<String> headers() {
        return headers;
    }

    /** The body's bytes; empty for none. */
    public byte[] body() {
        return body;
    }

    /** Content type of the body, which is a form; null when there is none. */
    public @Nullable String contentType() {
        return body.length == 0 ? null : HttpRequest.FORM;
    }
}

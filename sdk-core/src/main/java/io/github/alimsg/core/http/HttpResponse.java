package io.github.alimsg.core.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply: status, headers and the whole body. */
public final class HttpResponse {
    private final int status;
    private final List<String> headers;
    private final byte[] body;

    /**
     * Creates a reply.
     *
     * @param status HTTP status
     * @param headers names and values in turn
     * @param body the body's bytes, not copied; they must not change afterwards
     */
    public HttpResponse(int status, List<String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** {@return HTTP status} */
    public int status() {
        return status;
    }

    /**
     * Returns the first header with a name, ignoring case.
     *
     * @param name the header's name
     * @return its value; null when there is none
     */
    public @Nullable String header(String name) {
        for (int i = 0; i + 1 < headers.size(); i += 2) {
            if (headers.get(i).equalsIgnoreCase(name)) {
                return headers.get(i + 1);
            }
        }
        return null;
    }

    /** {@return the body's bytes, not copied: for reading only} */
    public byte[] body() {
        return body;
    }

    /** {@return the body as UTF-8 text; malformed bytes are replaced} */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes";
    }
}

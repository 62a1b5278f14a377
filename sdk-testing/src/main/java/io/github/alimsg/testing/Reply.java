package io.github.alimsg.testing;

import io.github.alimsg.testing.gateway.WireReply;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * A reply of {@link FakeCloud}: HTTP status, headers and body. Immutable. The fake adds {@code Date}, {@code
 * Content-Length} and {@code x-acs-request-id} where they are not set.
 */
public final class Reply {
    private final WireReply reply;

    private Reply(WireReply reply) {
        this.reply = reply;
    }

    /**
     * Returns a JSON body with HTTP 200.
     *
     * @param json the body, sent as it is
     * @return the reply
     */
    public static Reply json(String json) {
        return json(200, json);
    }

    /**
     * Returns a JSON body.
     *
     * @param status the HTTP status
     * @param json the body, sent as it is
     * @return the reply
     */
    public static Reply json(int status, String json) {
        return new Reply(WireReply.json(status, json));
    }

    /**
     * Returns an HTML page, as proxies and load balancers do.
     *
     * @param status the HTTP status
     * @param html the page
     * @return the reply
     */
    public static Reply html(int status, String html) {
        return new Reply(WireReply.html(status, html));
    }

    /**
     * Returns an XML body.
     *
     * @param status the HTTP status
     * @param xml the body
     * @return the reply
     */
    public static Reply xml(int status, String xml) {
        return new Reply(WireReply.xml(status, xml));
    }

    /**
     * Returns a reply without a body.
     *
     * @param status the HTTP status
     * @return the reply
     */
    public static Reply empty(int status) {
        return new Reply(WireReply.empty(status));
    }

    /**
     * Returns a redirect, which the SDK must not follow.
     *
     * @param status the HTTP status, such as 302, 307 or 308
     * @param location where to
     * @return the reply
     */
    public static Reply redirect(int status, URI location) {
        return empty(status).withHeader("Location", location.toString());
    }

    /**
     * Returns a redirect, which the SDK must not follow.
     *
     * @param status the HTTP status, such as 302, 307 or 308
     * @param location where to
     * @return the reply
     */
    public static Reply redirect(int status, String location) {
        return redirect(status, URI.create(location));
    }

    /**
     * Returns a text of any kind, in UTF-8.
     *
     * @param status the HTTP status
     * @param contentType the content type
     * @param text the body
     * @return the reply
     */
    public static Reply of(int status, String contentType, String text) {
        return new Reply(WireReply.of(status, contentType, text));
    }

    /**
     * Returns bytes of any kind.
     *
     * @param status the HTTP status
     * @param contentType the content type
     * @param body the body
     * @return the reply
     */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(WireReply.of(status, contentType, body));
    }

    /**
     * Returns the same reply with a header added or replaced.
     *
     * @param name the header's name, in any case
     * @param value its value
     * @return the reply
     */
    public Reply withHeader(String name, String value) {
        return new Reply(reply.withHeader(name, value));
    }

    /**
     * Returns the same reply, after which the connection is closed silently: the client may think that it is alive and
     * use it again.
     *
     * @return the reply
     */
    public Reply thenDisconnect() {
        return new Reply(reply.thenDisconnect());
    }

    /**
     * Returns its HTTP status.
     *
     * @return the status
     */
    public int status() {
        return reply.status();
    }

    /**
     * Returns its headers by name, without those that the fake adds.
     *
     * @return the headers, unmodifiable
     */
    public Map<String, String> headers() {
        return reply.headers();
    }

    /**
     * Returns its body as text.
     *
     * @return the body, read as UTF-8
     */
    public String body() {
        return reply.text();
    }

    static Reply of(WireReply reply) {
        return new Reply(reply);
    }

    WireReply onTheWire() {
        return reply;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Reply[%d, %d bytes]", reply.status(), reply.size());
    }
}

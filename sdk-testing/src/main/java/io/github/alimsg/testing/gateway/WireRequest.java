package io.github.alimsg.testing.gateway;

import io.github.alimsg.testing.gateway.PercentCoding.Pair;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request as it was received, decoded.
 *
 * @param method such as {@code POST}
 * @param target path and query, as they were sent
 * @param path the raw path
 * @param query the decoded query, in order; a plus sign in it is a space for the APIs, whose path is {@code /}
 * @param form the decoded form body, in order; empty for any other body
 * @param headers values by lower-case name, several values of one name joined by commas
 * @param body the exact bytes
 */
public record WireRequest(
        String method,
        String target,
        String path,
        List<Pair> query,
        List<Pair> form,
        Map<String, String> headers,
        ByteString body) {

    static WireRequest of(
            String method, String target, Iterable<? extends Map.Entry<String, String>> headers, ByteString body)
            throws CharacterCodingException {
        var byName = new TreeMap<String, String>();
        for (var header : headers) {
            byName.merge(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue().strip(), (a, b) -> a + "," + b);
        }
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        boolean isForm = byName.getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/x-www-form-urlencoded");
        return new WireRequest(
                method,
                target,
                path,
                PercentCoding.decodePairs(mark < 0 ? "" : target.substring(mark + 1), path.equals("/")),
                isForm ? PercentCoding.decodePairs(body.utf8()) : List.of(),
                byName,
                body);
    }

    /** A header by its lower-case name. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** A parameter of the query, else of the form. */
    @Nullable
    String parameter(String name) {
        for (var pairs : List.of(query, form)) {
            for (Pair pair : pairs) {
                if (pair.name().equals(name)) {
                    return pair.value();
                }
            }
        }
        return null;
    }

    /** Shows nothing that may be personal. */
    @Override
    public String toString() {
        return method + " " + path + " (" + query.size() + " query parameters, body of " + body.size() + " bytes)";
    }
}

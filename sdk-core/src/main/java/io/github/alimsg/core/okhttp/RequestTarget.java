package io.github.alimsg.core.okhttp;

import java.io.IOException;

/**
 * Inserts the query into a request line that OkHttp has written without it.
 *
 * <p><b>Idea.</b> OkHttp's {@code HttpUrl} checks every character of a query, cuts it into pairs, decodes these and
 * joins them again, and the request line copies it three times: a tenth of a call's CPU time and a sixth of its bytes.
 * Nothing of that is needed, because the query is encoded when it is signed. So on connections of its own, the SDK gives
 * OkHttp the URL without the query, and inserts the query when the first bytes of the request pass on their way to the
 * socket.
 *
 * <p><b>Bounds.</b> Only queries that {@code HttpUrl} would send as they are: others go through it. Without a guard,
 * and with an application's client, whose interceptors may look at the URL, it is used as well.
 */
final class RequestTarget {
    private static final boolean[] UNCHANGED = new boolean[128];

    static {
        for (char c = '!'; c <= '~'; c++) {
            UNCHANGED[c] = "\"#'<>".indexOf(c) < 0;
        }
    }

    private RequestTarget() {}

    /** Whether a query can be inserted: it is not empty, and of characters that mean nothing else in a request line. */
    static boolean isInsertable(String query) {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c >= UNCHANGED.length || !UNCHANGED[c]) {
                return false;
            }
        }
        return !query.isEmpty();
    }

    /**
     * Inserts a query between the path and the protocol.
     *
     * @param bytes an array with the beginning of a request, whose target has no query
     * @param from where it begins
     * @param length how many bytes of it there are, at least those of the method and the path
     * @param query the query, without question mark
     * @return the same bytes with the query
     * @throws IOException when they are not the beginning of a request
     */
    @SuppressWarnings("deprecation") // the one method that copies ASCII without encoding it
    static byte[] withQuery(byte[] bytes, int from, int length, String query) throws IOException {
        int before = pathEnd(bytes, from, from + length) - from;
        byte[] with = new byte[length + 1 + query.length()];
        System.arraycopy(bytes, from, with, 0, before);
        with[before] = '?';
        query.getBytes(0, query.length(), with, before + 1);
        System.arraycopy(bytes, from + before, with, before + 1 + query.length(), length - before);
        return with;
    }

    private static int pathEnd(byte[] bytes, int from, int to) throws IOException {
        boolean inPath = false;
        for (int at = from; at < to && bytes[at] != '\r' && bytes[at] != '?'; at++) {
            if (bytes[at] == ' ') {
                if (inPath) {
                    return at;
                }
                inPath = true;
            }
        }
        throw new IOException("OkHttp wrote something else than a request line without a query");
    }
}

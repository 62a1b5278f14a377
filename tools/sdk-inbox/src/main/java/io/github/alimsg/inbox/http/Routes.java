package io.github.alimsg.inbox.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which call is served by what. A path may have one part in braces, which is handed over. */
public final class Routes {
    /** Where the calls are. */
    public static final String BASE = "/_inbox/api";

    /** Serves a call. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Serves a call.
         *
         * @throws CallException when it can't be served
         */
        Answer answer(PageCall call) throws IOException, InterruptedException;
    }

    /** Serves a call for as long as it likes, and writes its answer itself. */
    @FunctionalInterface
    public interface Streamer {
        /**
         * Serves a call.
         *
         * @throws CallException when it can't be served; nothing was written then
         */
        void stream(PageCall call, OpenStream stream) throws IOException, InterruptedException;
    }

    private record Route(String method, String start, String end, boolean variable, Object handler) {
        boolean fits(String path) {
            return variable
                    ? path.length() > start.length() + end.length()
                            && path.startsWith(start)
                            && path.endsWith(end)
                            && path.indexOf('/', start.length()) == (end.isEmpty() ? -1 : path.length() - end.length())
                    : path.equals(start);
        }
    }

    private final List<Route> routes = new ArrayList<>();

    /** Adds a call, such as {@code GET /messages/{id}}. Of two that fit, the first serves. */
    public Routes add(String method, String path, Handler handler) {
        routes.add(route(method, path, handler));
        return this;
    }

    /** Adds a call whose answer goes on. */
    public Routes addStream(String path, Streamer streamer) {
        routes.add(route("GET", path, streamer));
        return this;
    }

    private static Route route(String method, String path, Object handler) {
        int open = path.indexOf('{');
        int close = path.indexOf('}');
        return open < 0
                ? new Route(method, path, "", false, handler)
                : new Route(method, path.substring(0, open), path.substring(close + 1), true, handler);
    }

    /** What serves a call: its handler, and the call with the variable part of its path. */
    record Found(Object handler, PageCall call) {}

    /** Finds what serves a call. @throws CallException when nothing does */
    Found find(PageCall call) {
        String path = call.path().substring(BASE.length());
        boolean known = false;
        for (Route route : routes) {
            if (route.fits(path)) {
                known = true;
                if (route.method().equals(call.method())) {
                    String variable = path.substring(
                            route.start().length(), path.length() - route.end().length());
                    return new Found(route.handler(), route.variable() ? call.with(variable) : call);
                }
            }
        }
        throw known
                ? new CallException(405, call.method() + " is not for this path; see " + BASE + "/openapi.json")
                : new CallException(404, "there is no such call; see " + BASE + "/openapi.json");
    }
}

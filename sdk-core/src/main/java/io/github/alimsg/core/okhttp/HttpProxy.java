package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.internal.net.Hosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy through which a client calls the service. It is asked for a tunnel ({@code CONNECT}), and TLS is spoken
 * with the service inside it, so it learns the host's name and nothing of the calls.
 *
 * <pre>{@code
 * CamsClient cams = CamsClient.builder()
 *         .proxy(HttpProxy.of("http://proxy.corp:3128").login(user, password).notFor("*.internal"))
 *         .build();
 * }</pre>
 *
 * <p>Hosts on this machine are always called directly, and so is everything by plain {@code http}. Immutable.
 */
public final class HttpProxy {
    private static final int DEFAULT_PORT = 80;

    /** Possessive, so that it never backtracks. */
    private static final Pattern HOST_PATTERN =
            Pattern.compile("\\*|(?:\\*?\\.)?+[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++)*+");

    private final String host;
    private final int port;
    private final @Nullable String authorization;
    private final List<String> exceptions;

    private HttpProxy(String host, int port, @Nullable String authorization, List<String> exceptions) {
        this.host = host;
        this.port = port;
        this.authorization = authorization;
        this.exceptions = exceptions;
    }

    /**
     * Returns a proxy without a login, for all hosts.
     *
     * @param url {@code http://host:port}; port 80 when it has none. The address of the proxy is {@code http} since a
     *     tunnel is asked for in the clear; the calls inside it are {@code https}
     * @return the proxy
     * @throws IllegalArgumentException when it is anything else; the message does not quote it
     */
    public static HttpProxy of(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) { // quotes the URL, which may have a password
            throw new IllegalArgumentException("a proxy must be http://host:port");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a proxy's login is set by login(…), not in its URL");
        }
        boolean bare = (uri.getRawPath() == null
                        || uri.getRawPath().isEmpty()
                        || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= 65_535;
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || !bare) {
            throw new IllegalArgumentException("a proxy must be http://host:port; https and socks are not supported");
        }
        return new HttpProxy(
                uri.getHost().toLowerCase(Locale.ROOT),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                null,
                List.of());
    }

    /**
     * Returns the same proxy with a login (Basic). It is sent with the first request for a tunnel, without waiting to be
     * asked, and to this proxy only. The way to the proxy is not encrypted.
     *
     * @param user the user's name, without colons
     * @param password the password; never shown
     * @return the other proxy
     * @throws IllegalArgumentException when the name is empty or contains a colon
     */
    public HttpProxy login(String user, String password) {
        if (user.isEmpty() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user of a proxy must not be empty, nor contain a colon");
        }
        return new HttpProxy(host, port, Credentials.basic(user, password, StandardCharsets.UTF_8), exceptions);
    }

    /**
     * Returns the same proxy with more hosts that are called directly.
     *
     * @param hosts {@code example.com} for the host and all below it, {@code *.example.com} or {@code .example.com} for
     *     those below it, {@code *} for every host
     * @return the other proxy
     * @throws IllegalArgumentException when one is anything else
     */
    public HttpProxy notFor(String... hosts) {
        List<String> all = new ArrayList<>(exceptions);
        for (String pattern : hosts) {
            if (!HOST_PATTERN.matcher(pattern).matches()) {
                throw new IllegalArgumentException("'" + pattern
                        + "' is not a host; write example.com, *.example.com or *, without scheme and port");
            }
            all.add(pattern.toLowerCase(Locale.ROOT));
        }
        return new HttpProxy(host, port, authorization, List.copyOf(all));
    }

    boolean isFor(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        return !Hosts.isLoopback(lower) && exceptions.stream().noneMatch(pattern -> matches(pattern, lower));
    }

    private static boolean matches(String pattern, String target) {
        if (pattern.equals("*")) {
            return true;
        }
        String name = pattern.startsWith("*") ? pattern.substring(1) : pattern;
        return name.startsWith(".") ? target.endsWith(name) : target.equals(name) || target.endsWith("." + name);
    }

    String host() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return port;
    }

    /** The header that logs in; null without a login. */
    @Nullable
    String authorization() {
        return authorization;
    }

    /** Shows address and exceptions, and whether there is a login, but not the login. */
    @Override
    public String toString() {
        return "http://" + host + ":" + port
                + (authorization == null ? "" : " with a login")
                + (exceptions.isEmpty() ? "" : ", not for " + String.join(" ", exceptions));
    }
}

package io.github.alimsg.inbox.http;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may call. Without a password: programs of this host, and the page. Other pages in the same browser may not, even
 * if they name this server by a name of their own.
 */
public final class Access {
    private static final String COOKIE = "alimsg_inbox";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final int port;
    private final byte @Nullable [] password;
    private final String token;

    /**
     * Rules for a server.
     *
     * @param port the port it listens on
     * @param password the password of every user; null when only this host can connect
     */
    public Access(int port, @Nullable String password) {
        this.port = port;
        this.password = password == null ? null : password.getBytes(StandardCharsets.UTF_8);
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    /** Why a call is refused; null when it may go on. */
    @Nullable
    Answer refusal(PageCall call) {
        String host = call.header("Host");
        if (host == null || password == null && !isOwn(host)) {
            return Answer.error(
                    403,
                    "the Host header is not a name of this computer with port " + port + "; open http://127.0.0.1:"
                            + port + "/");
        }
        if (password != null && !hasToken(call) && !hasPassword(call)) {
            return Answer.error(401, "a password is needed: HTTP Basic, any user name");
        }
        String origin = call.header("Origin");
        String site = call.header("Sec-Fetch-Site");
        boolean navigation =
                "navigate".equals(call.header("Sec-Fetch-Mode")) && !call.path().startsWith(Routes.BASE);
        if (origin != null && !origin.equals("http://" + host)
                || site != null && !site.equals("same-origin") && !site.equals("none") && !navigation) {
            return Answer.error(403, "pages of other origins may not call the inbox");
        }
        return READS.contains(call.method()) ? null : refusalOfWrite(call, origin != null || site != null);
    }

    private @Nullable Answer refusalOfWrite(PageCall call, boolean browser) {
        if (browser && !hasToken(call)) {
            return Answer.error(403, "the cookie " + COOKIE + " is missing or old; load the page again");
        }
        String type = call.header("Content-Type");
        String main = type == null ? "" : type.toLowerCase(Locale.ROOT);
        int semicolon = main.indexOf(';');
        return (semicolon < 0 ? main : main.substring(0, semicolon)).strip().equals("application/json")
                ? null
                : Answer.error(415, "writes need the header Content-Type: application/json");
    }

    private boolean isOwn(String host) {
        String small = host.toLowerCase(Locale.ROOT);
        int colon = small.lastIndexOf(':');
        boolean hasPort = colon > small.lastIndexOf(']');
        return LOOPBACK.contains(hasPort ? small.substring(0, colon) : small)
                && (hasPort ? small.substring(colon + 1).equals(Integer.toString(port)) : port == 80);
    }

    private boolean hasToken(PageCall call) {
        List<String> cookies = call.exchange().getRequestHeaders().getOrDefault("Cookie", List.of());
        String wanted = COOKIE + "=" + token;
        for (String line : cookies) {
            for (int at = 0; at < line.length(); ) {
                int end = line.indexOf(';', at);
                end = end < 0 ? line.length() : end;
                if (same(line.substring(at, end).strip(), wanted)) {
                    return true;
                }
                at = end + 1;
            }
        }
        return false;
    }

    private boolean hasPassword(PageCall call) {
        String authorization = call.header("Authorization");
        if (password == null || authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
            byte[] given = pair.substring(pair.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(given, password);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Headers of every answer; the page gets the cookie that its writes need. */
    void decorate(PageCall call, Answer refusal, Headers headers) {
        decorate(headers);
        if (refusal.status() == 401) {
            headers.set("WWW-Authenticate", "Basic realm=\"inbox\", charset=\"UTF-8\"");
        }
    }

    /** Headers of every answer that is not a refusal. */
    void decorate(PageCall call, Headers headers) {
        decorate(headers);
        boolean page = !call.path().startsWith(Routes.BASE) || call.header("Sec-Fetch-Site") != null;
        if (page && READS.contains(call.method()) && !hasToken(call)) {
            headers.set("Set-Cookie", COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
        }
    }

    private static void decorate(Headers headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                        + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
}

package io.github.alimsg.core.internal.environment;

import io.github.alimsg.core.okhttp.HttpProxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxy and the certificates that environment variables name. Messages name the variable and never quote it. */
public final class ConnectionVariables {
    /** The variable that names a file of certificates. */
    public static final String TRUST = "ALIMSG_TRUST";

    private static final List<String> PROXY = List.of("HTTPS_PROXY", "https_proxy");
    private static final List<String> NO_PROXY = List.of("NO_PROXY", "no_proxy");

    private final Environment environment;

    /** Reads them from an environment. */
    public ConnectionVariables(Environment environment) {
        this.environment = environment;
    }

    /** The variable that names the proxy; null to leave it to the JVM, whose own proxy comes first. */
    public @Nullable String proxyVariable() {
        boolean ofJvm =
                environment.property("https.proxyHost") != null || environment.property("socksProxyHost") != null;
        return ofJvm ? null : firstSet(PROXY);
    }

    private @Nullable String firstSet(List<String> variables) {
        for (String variable : variables) {
            if (environment.setting(variable) != null) {
                return variable;
            }
        }
        return null;
    }

    /**
     * The proxy; null when none is named.
     *
     * @throws IllegalArgumentException when the variable is not the address of a proxy
     */
    public @Nullable HttpProxy proxy() {
        String variable = proxyVariable();
        String value = variable == null ? null : environment.setting(variable);
        if (variable == null || value == null) {
            return null;
        }
        HttpProxy proxy;
        try {
            proxy = proxy(value);
        } catch (URISyntaxException | IllegalArgumentException e) { // either may quote the login
            throw new IllegalArgumentException(
                    variable + " must be http://host:port or http://user:password@host:port, percent-encoded");
        }
        String exceptions = firstSet(NO_PROXY);
        return exceptions == null ? proxy : withExceptions(proxy, String.valueOf(environment.setting(exceptions)));
    }

    private static HttpProxy proxy(String value) throws URISyntaxException {
        URI uri = new URI(value.contains("://") ? value : "http://" + value);
        String login = uri.getRawUserInfo();
        if (login == null) {
            return HttpProxy.of(uri.toString());
        }
        HttpProxy proxy = HttpProxy.of(new URI(
                        uri.getScheme(),
                        null,
                        uri.getHost(),
                        uri.getPort(),
                        uri.getPath(),
                        uri.getQuery(),
                        uri.getFragment())
                .toString());
        int colon = login.indexOf(':');
        return proxy.login(
                decoded(colon < 0 ? login : login.substring(0, colon)),
                colon < 0 ? "" : decoded(login.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Entries that name no host are for other programs. */
    private static HttpProxy withExceptions(HttpProxy proxy, String list) {
        HttpProxy with = proxy;
        for (String host : list.split("[,\\s]", -1)) {
            try {
                with = with.notFor(host);
            } catch (IllegalArgumentException e) {
                // An address range, or a host with a port.
            }
        }
        return with;
    }

    /**
     * The file of certificates to trust; null when none is named.
     *
     * @throws IllegalArgumentException when the variable is not a path
     */
    public @Nullable Path trust() {
        String file = environment.setting(TRUST);
        try {
            return file == null ? null : Path.of(file);
        } catch (InvalidPathException e) { // quotes the variable
            throw new IllegalArgumentException(TRUST + " is not a valid path");
        }
    }
}

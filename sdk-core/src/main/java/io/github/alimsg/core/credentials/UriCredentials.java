package io.github.alimsg.core.credentials;

import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.internal.net.Hosts;
import io.github.alimsg.core.time.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that a helper next to the application serves at a URI, by default {@code ALIBABA_CLOUD_CREDENTIALS_URI}.
 */
final class UriCredentials extends CredentialsSource {
    static final String VARIABLE = "ALIBABA_CLOUD_CREDENTIALS_URI";

    private final @Nullable String setting;
    private final CredentialsHttp http;
    private final TimeSource time;

    UriCredentials(@Nullable String setting, CredentialsHttp http, TimeSource time) {
        this.setting = filled(setting);
        this.http = http;
        this.time = time;
    }

    static UriCredentials of(@Nullable String setting) {
        return of(setting, CredentialsEnvironment.PROCESS);
    }

    static UriCredentials of(@Nullable String setting, CredentialsEnvironment environment) {
        return new UriCredentials(
                setting,
                new CredentialsHttp(Duration.ofSeconds(2), Duration.ofSeconds(5), environment),
                TimeSource.system());
    }

    @Override
    String name() {
        return "credentials URI";
    }

    @Override
    String whatIsMissing() {
        return VARIABLE + " is not set";
    }

    @Override
    @Nullable
    Credentials find() {
        if (setting == null) {
            return null;
        }
        try {
            CredentialsHttp.Reply reply = http.get(allowed(setting), Map.of());
            if (!reply.isOk()) {
                throw new CredentialsException(name(), "replied with HTTP " + reply.status());
            }
            return new CredentialsReply(name()).read(reply, time.instant());
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(name(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CredentialsException(name(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads the URI in a setting.
     *
     * @throws IllegalArgumentException when it must not be used for secrets
     */
    static URI allowed(String setting) {
        URI uri;
        try {
            uri = new URI(setting);
        } catch (URISyntaxException e) { // quotes the setting, so it is not used as a cause
            throw new IllegalArgumentException("is not a URI");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("is not a URI of the form http://address/path or https://host/path");
        }
        if (scheme.equals("http") && !isNear(host)) {
            throw new IllegalArgumentException("uses plain http with a host that is neither localhost nor a private"
                    + " address; use its address, or https");
        }
        return uri;
    }

    /** Whether what is sent there stays off public networks. */
    private static boolean isNear(String host) {
        InetAddress address = Hosts.address(host);
        return Hosts.isLoopback(host) || address != null && isPrivate(address);
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        // 100.64.0.0/10, where the vendor's own services in a VPC are
        boolean sharedSpace = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLinkLocalAddress() || address.isSiteLocalAddress() || uniqueLocal || sharedSpace;
    }
}

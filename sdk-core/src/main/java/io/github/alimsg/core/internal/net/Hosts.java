package io.github.alimsg.core.internal.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells where the host of a URI is. Names are not resolved: they may lead anywhere. */
public final class Hosts {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    private Hosts() {}

    /** Whether a host is this machine: {@code localhost}, or a loopback address. */
    public static boolean isLoopback(String host) {
        InetAddress address = address(host);
        return address != null ? address.isLoopbackAddress() : host.equalsIgnoreCase("localhost");
    }

    /** The address in a host that is written as four numbers, or as IPv6 in brackets; null for a name. */
    public static @Nullable InetAddress address(String host) {
        if (!host.startsWith("[") && !IPV4.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}

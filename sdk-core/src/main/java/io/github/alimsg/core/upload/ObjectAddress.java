package io.github.alimsg.core.upload;

import io.github.alimsg.core.internal.net.Hosts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address of a bucket.
 *
 * @param origin scheme and authority
 * @param path what precedes an object's key: a slash, or the bucket between slashes
 * @param region the bucket's region; null when the host does not name it
 */
record ObjectAddress(String origin, String path, @Nullable String region) {
    private static final String HOSTS = ".aliyuncs.com";

    /** A bucket's host is a name below that of the storage; names of a storage on this machine end in this. */
    private static final String LOOPBACK_HOSTS = ".localhost";

    private static final String REGION_FOLLOWS = "oss-";

    /**
     * Reads an address as services return it: with or without a scheme, with or without the bucket in front. The scheme
     * is always https, except for a loopback host of a client that uses plain http itself. If the host is an IP address
     * or {@code localhost}, the bucket is in the path.
     *
     * @param text the address
     * @param bucket the bucket; null when the host already names it
     * @param plainHttp whether the client itself uses plain http
     * @return the address; null when the text is not one
     */
    static @Nullable ObjectAddress of(String text, @Nullable String bucket, boolean plainHttp) {
        String authority = authority(text);
        int colon = authority.lastIndexOf(':');
        String port = colon < 0 ? "" : authority.substring(colon);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        if (!isName(host, "-.") || !isPort(port) || bucket != null && !isName(bucket, "-")) {
            return null;
        }
        boolean loopback = Hosts.isLoopback(host) || host.endsWith(LOOPBACK_HOSTS);
        String scheme = plainHttp && loopback ? "http://" : "https://";
        boolean nameless = host.equals("localhost") || isAddress(host);
        String path = bucket != null && nameless ? "/" + bucket + "/" : "/";
        boolean prefixed = bucket == null || nameless || host.startsWith(bucket + ".");
        return new ObjectAddress(scheme + (prefixed ? host : bucket + "." + host) + port, path, region(host));
    }

    private static String authority(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        int scheme = address.indexOf("//");
        address = scheme < 0 ? address : address.substring(scheme + 2);
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    private static boolean isName(String text, String further) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || further.indexOf(c) >= 0);
    }

    private static boolean isPort(String port) {
        return port.isEmpty()
                || port.length() > 1
                        && port.length() <= 6
                        && port.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAddress(String host) {
        return host.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
    }

    /** The region of {@code oss-cn-hangzhou.aliyuncs.com} and {@code oss-cn-hangzhou-internal.aliyuncs.com}. */
    private static @Nullable String region(String host) {
        String end = host.endsWith(HOSTS) ? HOSTS : LOOPBACK_HOSTS;
        if (!host.endsWith(end)) {
            return null;
        }
        String service = host.substring(0, host.length() - end.length());
        service = service.substring(service.lastIndexOf('.') + 1);
        boolean anyRegion = service.startsWith("oss-accelerate") || service.startsWith("oss-rg-");
        if (!service.startsWith(REGION_FOLLOWS) || anyRegion) {
            return null;
        }
        String region = service.substring(REGION_FOLLOWS.length());
        return region.endsWith("-internal") ? region.substring(0, region.length() - "-internal".length()) : region;
    }
}

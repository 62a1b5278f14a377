package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.Network;
import io.github.alimsg.core.wire.Product;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the calls of a client go: by its endpoint, else by its region, else by that of the environment. */
public final class Endpoints {
    private static final String REGION = "ALIBABA_CLOUD_REGION_ID";

    private final Product product;
    private final Function<String, @Nullable String> environment;

    /**
     * The endpoints of a product.
     *
     * @param product an API of the vendor
     * @param environment environment variables by name
     */
    public Endpoints(Product product, Function<String, @Nullable String> environment) {
        this.product = product;
        this.environment = environment;
    }

    /**
     * Scheme, host and port, such that what is signed is what is sent: HTTP clients send hosts in small letters, and
     * leave out the port that the scheme has anyway.
     *
     * @throws IllegalArgumentException when the settings name an endpoint that does not exist
     */
    public URI of(ClientOptions options) {
        URI endpoint = options.endpoint();
        if (endpoint == null) {
            return URI.create("https://" + host(options));
        }
        String scheme = endpoint.getScheme().toLowerCase(Locale.ROOT);
        int port = endpoint.getPort() == (scheme.equals("https") ? 443 : 80) ? -1 : endpoint.getPort();
        return URI.create(scheme + "://" + endpoint.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port));
    }

    private String host(ClientOptions options) {
        String region = region(options);
        if (options.network() != Network.VPC) {
            return product.host(region);
        }
        String host = product.vpcHost(region);
        if (host == null) {
            throw new IllegalArgumentException("no VPC endpoint of " + product + " is documented for region " + region
                    + ", only for " + product.vpcRegions() + "; use one of these, the public network, or endpoint(…)");
        }
        return host;
    }

    private String region(ClientOptions options) {
        String region = options.region();
        if (region != null) {
            return region;
        }
        String named = environment.apply(REGION);
        if (named == null || named.isBlank()) {
            return product.defaultRegion();
        }
        try {
            ClientOptions.builder().region(named.strip());
        } catch (IllegalArgumentException e) { // quotes what may be a secret in the wrong place
            throw new IllegalArgumentException(
                    REGION + " is no region id; one looks like ap-southeast-1: small letters, digits, dashes");
        }
        return named.strip();
    }
}

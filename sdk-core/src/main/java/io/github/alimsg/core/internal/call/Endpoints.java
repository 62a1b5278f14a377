package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.Network;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.internal.environment.Environment;
import io.github.alimsg.core.wire.Product;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Chooses the endpoint of a client: the one that was set, else that of its region, else that of the environment's
 * region.
 */
public final class Endpoints {
    private static final String REGION = "ALIBABA_CLOUD_REGION_ID";

    private final Product product;
    private final Environment environment;

    /**
     * The endpoints of a product.
     *
     * @param product an API of the vendor
     * @param environment variables of the process
     */
    public Endpoints(Product product, Environment environment) {
        this.product = product;
        this.environment = environment;
    }

    /**
     * Scheme, host and port in the form in which they are sent, since they are signed: HTTP clients send hosts in
     * lowercase and leave out the scheme's default port.
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
        String named = environment.setting(REGION);
        if (named == null) {
            return product.defaultRegion();
        }
        try {
            ClientOptions.builder().region(named);
        } catch (IllegalArgumentException e) { // its message quotes what may be a misplaced secret
            throw new IllegalArgumentException(
                    REGION + " is not a region id; one looks like ap-southeast-1: lowercase letters, digits, dashes");
        }
        return named;
    }

    /** The endpoint and what decides about it, with their sources. */
    List<Setting> settings(ClientOptions options) {
        if (options.endpoint() != null) {
            return List.of(new Setting("endpoint", of(options).toString(), options.source("endpoint")));
        }
        boolean named = options.region() == null && environment.setting(REGION) != null;
        return List.of(
                new Setting("endpoint", of(options).toString(), "region"),
                new Setting("region", region(options), named ? REGION : options.source("region")));
    }
}

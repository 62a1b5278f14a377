package io.github.alimsg.core.wire;

import io.github.alimsg.core.error.ErrorKind;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An API of the vendor, with what its clients share. */
public abstract class Product {
    private final String code;
    private final String version;
    private final String name;
    private final String defaultRegion;
    private final Map<String, String> endpoints;
    private final Map<String, String> vpcEndpoints;
    private final String otherEndpoints;

    /**
     * Called by generated code.
     *
     * @param code the product's code, such as {@code cams}
     * @param version the API's version, such as {@code 2020-06-06}
     * @param name what people call it, such as {@code International SMS}
     * @param defaultRegion the region when none is set
     * @param endpoints hosts by region
     * @param vpcEndpoints hosts inside a virtual private cloud, by region
     * @param otherEndpoints the host of every other region; <code>{region}</code> is replaced by the region
     */
    protected Product(
            String code,
            String version,
            String name,
            String defaultRegion,
            Map<String, String> endpoints,
            Map<String, String> vpcEndpoints,
            String otherEndpoints) {
        this.code = code;
        this.version = version;
        this.name = name;
        this.defaultRegion = defaultRegion;
        this.endpoints = Map.copyOf(endpoints);
        this.vpcEndpoints = Map.copyOf(vpcEndpoints);
        this.otherEndpoints = otherEndpoints;
    }

    /** {@return the product's code, such as {@code cams}} */
    public final String code() {
        return code;
    }

    /** {@return the API's version, such as {@code 2020-06-06}} */
    public final String version() {
        return version;
    }

    /** {@return what people call it, such as {@code International SMS}: two products may have one code} */
    public final String name() {
        return name;
    }

    /** {@return the region when none is set} */
    public final String defaultRegion() {
        return defaultRegion;
    }

    /**
     * Returns the host of a region.
     *
     * @param region the region's id
     * @return its host name
     */
    public final String host(String region) {
        return endpoints.getOrDefault(region, otherEndpoints.replace("{region}", region));
    }

    /**
     * Returns the host of a region inside a virtual private cloud.
     *
     * @param region the region's id
     * @return its host name; null when the vendor documents none
     */
    public final @Nullable String vpcHost(String region) {
        return vpcEndpoints.get(region);
    }

    /** {@return the regions that have an endpoint inside a virtual private cloud} */
    public final Iterable<String> vpcRegions() {
        return new java.util.TreeSet<>(vpcEndpoints.keySet());
    }

    /** {@return categories of the product's error codes; codes of the gateway are known to the engine} */
    public Map<String, ErrorKind> errorKinds() {
        return Map.of();
    }

    /**
     * {@return patterns of error codes that are not documented, by category} They match codes without their prefix. A code
     * that fits several belongs to the category that {@link ErrorKind} has first.
     */
    public Map<ErrorKind, Pattern> errorForms() {
        return Map.of();
    }

    /**
     * {@return how codes and messages name the window of a quota that is used up, by its length} The patterns are looked
     * for in texts in capitals. A group that matches holds a number, which multiplies the window.
     */
    public Map<Duration, Pattern> quotaWindows() {
        return Map.of();
    }

    /**
     * {@return phone numbers that the product writes without their calling code: patterns of their digits, by that code}
     */
    public Map<String, Pattern> homeNumbers() {
        return Map.of();
    }

    /** {@return every operation, in the order of their names} */
    public abstract List<Operation<?, ?>> operations();

    /**
     * {@return the metadata this product's code was generated from, in the vendor's format} The caller closes it.
     */
    public abstract InputStream metadata();

    @Override
    public final String toString() {
        return code + " " + version;
    }
}

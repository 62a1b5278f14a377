package io.github.alimsg.codegen.input;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's description of an API.
 *
 * @param file name of the file, for messages
 * @param product the product's code
 * @param version the API's version
 * @param endpoints hosts by region
 * @param schemas schemas that others refer to, by name
 * @param operations the operations by name, in the order of their names
 */
public record Metadata(
        String file,
        String product,
        String version,
        Map<String, String> endpoints,
        Map<String, Schema> schemas,
        Map<String, Operation> operations) {

    /**
     * An operation.
     *
     * @param name its name at the service
     * @param deprecated whether the service deprecates it
     * @param parameters its parameters
     * @param response the response's shape; null when not described
     */
    public record Operation(
            String name,
            boolean deprecated,
            List<Parameter> parameters,
            @Nullable Schema response) {}

    /**
     * A parameter.
     *
     * @param name its name on the wire
     * @param inForm whether it is sent in the body's form rather than the query
     * @param style how a structure is written
     * @param schema its shape
     */
    public record Parameter(String name, boolean inForm, Style style, Schema schema) {}

    /** How a structured parameter is written. */
    public enum Style {
        /** As one JSON text. */
        JSON,
        /** As separate parameters: {@code Name.1}, {@code Name.1.Member}. */
        FLAT
    }
}

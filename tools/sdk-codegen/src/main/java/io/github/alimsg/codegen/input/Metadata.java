package io.github.alimsg.codegen.input;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param omitted names of operations that are described and left out
 * @param directories the vendor's own grouping of the operations
 */
public record Metadata(
        String file,
        String product,
        String version,
        Map<String, String> endpoints,
        Map<String, Schema> schemas,
        Map<String, Operation> operations,
        Set<String> omitted,
        List<Directory> directories) {

    /**
     * An operation.
     *
     * @param name its name at the service
     * @param text what the vendor says about it; null when nothing
     * @param deprecated whether the service deprecates it
     * @param parameters its parameters
     * @param response the response's shape; null when not described
     */
    public record Operation(
            String name,
            @Nullable String text,
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
        /** As parameters of their own: {@code Name.1}, {@code Name.1.Member}. */
        FLAT,
        /** As one text: the items of a list, with commas between them. */
        SIMPLE
    }

    /**
     * A group of operations.
     *
     * @param title its name for people; empty when it has none
     * @param operations names of its operations, in the vendor's order
     */
    public record Directory(String title, List<String> operations) {}

    /**
     * Follows a schema's reference.
     *
     * @param schema the schema
     * @return what it refers to; itself when it does not refer; null when what it refers to is not there
     */
    public @Nullable Schema resolved(Schema schema) {
        return resolved(schema, schemas);
    }

    /**
     * Follows a schema's reference to what may not be there.
     *
     * @param schema the schema
     * @return what it refers to; itself when it does not refer; {@link Schema#ANY} when what it refers to is not there
     */
    public Schema resolvedOrAny(Schema schema) {
        Schema target = resolved(schema);
        return target == null ? Schema.ANY : target;
    }

    static @Nullable Schema resolved(Schema schema, Map<String, Schema> schemas) {
        Schema found = schema;
        for (int depth = 0; depth < 20 && found != null && found.reference() != null; depth++) {
            found = schemas.get(found.reference());
        }
        return found;
    }
}

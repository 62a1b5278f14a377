package io.github.alimsg.testing.products;

import java.util.Map;
import java.util.function.Function;

/**
 * An operation that permits an upload.
 *
 * @param operation its name
 * @param key what it hands out
 * @param bucket the bucket that uploads go to
 * @param directory where in the bucket
 * @param fields the fields of its reply that say so
 */
public record UploadPermission(
        String operation, Key key, String bucket, String directory, Function<UploadGrant, Map<String, ?>> fields) {

    /** What clients sign an upload with. */
    public enum Key {
        /** A temporary access key. */
        TEMPORARY,
        /** A policy that is signed already. */
        POLICY
    }
}

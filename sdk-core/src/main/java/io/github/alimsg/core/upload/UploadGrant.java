package io.github.alimsg.core.upload;

import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.internal.encoding.HalfCharacters;
import io.github.alimsg.core.spi.ClientCore;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The permission to store a file in a service's object storage, as granted by an operation of the service: temporary
 * credentials that sign a PutObject, or a signed policy for the form of a PostObject.
 */
public final class UploadGrant {
    private final String operation;
    private final SdkResponse answer;
    private final String host;
    private final @Nullable String bucket;
    private final String directory;
    private final @Nullable Credentials credentials;
    private final @Nullable Policy policy;

    /** A policy and its signature. */
    record Policy(String accessKeyId, String policy, String signature) {
        @Override
        public String toString() {
            return "Policy[by " + accessKeyId + "]";
        }
    }

    private UploadGrant(Builder builder, @Nullable Credentials credentials, @Nullable Policy policy) {
        this.operation = builder.operation;
        this.answer = builder.answer;
        this.host = Objects.requireNonNull(builder.host);
        this.bucket = builder.bucket;
        this.directory = Objects.requireNonNull(builder.directory);
        this.credentials = credentials;
        this.policy = policy;
    }

    /**
     * Reads a grant from a response. Missing fields are reported by name.
     *
     * @param operation the operation that granted it
     * @param answer its response
     * @return a builder
     */
    public static Builder of(String operation, SdkResponse answer) {
        return new Builder(operation, answer);
    }

    /** The address of the bucket, for a client. */
    ObjectAddress address(boolean plainHttp) {
        ObjectAddress address = ObjectAddress.of(host, bucket, plainHttp);
        if (address == null) {
            throw malformed(operation, answer, "the response has no valid address of the object storage");
        }
        return address;
    }

    /** The object key of a file with this name. */
    String key(String name) {
        return directory + "/" + name;
    }

    @Nullable
    String bucket() {
        return bucket;
    }

    /** The credentials that sign the PutObject; null for a PostObject. */
    @Nullable
    Credentials credentials() {
        return credentials;
    }

    /** The policy of a PostObject; null for a PutObject. */
    @Nullable
    Policy policy() {
        return policy;
    }

    /** The values that no message may show. */
    List<String> secrets() {
        if (policy != null) {
            return List.of(policy.accessKeyId, policy.policy, policy.signature);
        }
        Credentials own = Objects.requireNonNull(credentials);
        return List.of(own.accessKeyId(), own.accessKeySecret(), Objects.requireNonNull(own.securityToken()));
    }

    /**
     * Stores a file in a service's object storage.
     *
     * @param core the client's engine
     * @param file the file
     * @param authorization asks the service for permission, before every attempt; is given how long that may take
     * @return where it is stored
     * @throws SdkException when it is not stored, or it is unknown whether it is
     * @throws UncheckedIOException when the file cannot be read, or changes while it is sent
     * @throws IllegalArgumentException when it is too large
     * @throws IllegalStateException when the client is closed
     */
    public static UploadedFile upload(ClientCore core, FileUpload file, Function<Duration, UploadGrant> authorization) {
        return core.underWay(() -> new ObjectUpload(core.engine(), file, authorization).run());
    }

    private static MalformedResponseException malformed(String operation, SdkResponse answer, String problem) {
        return new MalformedResponseException(
                operation, answer.attempts(), answer.httpStatus(), problem, answer.rawJson(), null);
    }

    /** Shows no token, policy or signature. */
    @Override
    public String toString() {
        return "UploadGrant[" + operation + "]";
    }

    /** Builds an {@link UploadGrant}. */
    public static final class Builder {
        private final String operation;
        private final SdkResponse answer;
        private @Nullable String host;
        private @Nullable String bucket;
        private @Nullable String directory;

        private Builder(String operation, SdkResponse answer) {
            this.operation = operation;
            this.answer = answer;
        }

        /**
         * Sets the address of the object storage.
         *
         * @param host with or without a scheme, with or without the bucket in front
         * @return this builder
         */
        public Builder host(@Nullable String host) {
            this.host = required("address", host);
            return this;
        }

        /**
         * Sets the bucket, which the address need not name.
         *
         * @param bucket its name
         * @return this builder
         */
        public Builder bucket(@Nullable String bucket) {
            this.bucket = required("bucket", bucket);
            return this;
        }

        /**
         * Sets the directory of the files.
         *
         * @param directory with or without slashes around it
         * @return this builder
         */
        public Builder directory(@Nullable String directory) {
            String bare = required("directory", directory);
            int begin = 0;
            int end = bare.length();
            while (begin < end && bare.charAt(begin) == '/') {
                begin++;
            }
            while (end > begin && bare.charAt(end - 1) == '/') {
                end--;
            }
            bare = bare.substring(begin, end);
            if (List.of(bare.split("/", -1)).stream().anyMatch(Builder::isNoDirectory)) {
                throw malformed(operation, answer, "the response has no valid directory for uploads");
            }
            this.directory = bare;
            return this;
        }

        /** A URL with such parts would name another object than the one that was signed. */
        private static boolean isNoDirectory(String part) {
            return part.isEmpty() || part.equals(".") || part.equals("..");
        }

        /**
         * Builds a grant for a PutObject.
         *
         * @param accessKeyId id of the temporary key
         * @param accessKeySecret the key itself
         * @param securityToken the token that belongs to the key
         * @return the grant
         */
        public UploadGrant signedBy(
                @Nullable String accessKeyId, @Nullable String accessKeySecret, @Nullable String securityToken) {
            String id = required("AccessKeyId", accessKeyId);
            String secret = required("AccessKeySecret", accessKeySecret);
            String token = required("SecurityToken", securityToken);
            try {
                return new UploadGrant(this, Credentials.temporary(id, secret, token, null), null);
            } catch (IllegalArgumentException e) { // names the value, and does not quote it
                throw malformed(operation, answer, "the response has no usable key: " + e.getMessage());
            }
        }

        /**
         * Builds a grant for a PostObject.
         *
         * @param accessKeyId id of the key that signed the policy
         * @param policy the policy, in Base64 as received
         * @param signature its signature
         * @return the grant
         */
        public UploadGrant underPolicy(
                @Nullable String accessKeyId, @Nullable String policy, @Nullable String signature) {
            return new UploadGrant(
                    this,
                    null,
                    new Policy(
                            required("AccessKeyId", accessKeyId),
                            required("policy", policy),
                            required("signature", signature)));
        }

        private String required(String what, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw malformed(operation, answer, "the response has no " + what);
            }
            if (HalfCharacters.areIn(value)) {
                throw malformed(operation, answer, "the response's " + what + " holds half a character");
            }
            return value.strip();
        }
    }
}

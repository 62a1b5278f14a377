package io.github.alimsg.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The base of all requests: parameters that this version of the SDK does not know. */
public abstract class SdkRequest {
    /**
     * The parameters that the gateway itself reads, in lowercase: the common parameters of both signatures. No
     * operation has a parameter with one of these names.
     */
    private static final Set<String> SENT_BY_THE_SDK = Set.of(
            "accesskeyid",
            "action",
            "bearertoken",
            "format",
            "securitytoken",
            "signature",
            "signaturemethod",
            "signaturenonce",
            "signaturetype",
            "signatureversion",
            "timestamp",
            "version");

    private final Map<String, String> extraParams;

    /**
     * Called by generated requests.
     *
     * @param builder the builder that holds the extra parameters
     */
    protected SdkRequest(Builder<?> builder) {
        this.extraParams = builder.extraParams == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(builder.extraParams));
    }

    /** {@return parameters given by {@link Builder#putParam}, by name} */
    public final Map<String, String> extraParams() {
        return extraParams;
    }

    /**
     * The methods that every builder of a request has.
     *
     * @param <B> the builder itself
     */
    public abstract static class Builder<B extends Builder<B>> {
        private @Nullable Map<String, String> extraParams;

        /** Called by generated builders. */
        protected Builder() {}

        /**
         * Called by generated builders.
         *
         * @param request the request to copy extra parameters from
         */
        protected Builder(SdkRequest request) {
            this.extraParams = request.extraParams.isEmpty() ? null : new LinkedHashMap<>(request.extraParams);
        }

        /**
         * Sends a parameter that this version of the SDK does not know, in the query. If the request has a setter for
         * that name, this value replaces the setter's.
         *
         * @param name the parameter's name at the service: letters, digits, {@code _}, {@code -} and {@code .}
         * @param value its value as text; objects and lists as JSON; null to leave it out
         * @return this builder
         * @throws IllegalArgumentException when the name has another character, or is one that the SDK itself sends
         *     with every call, in upper or lower case: {@code Action}, {@code Version}, {@code Format}, everything that
         *     belongs to the signature, and {@code x-acs-…}
         */
        public final B putParam(String name, @Nullable String value) {
            Objects.requireNonNull(name, "name");
            if (name.isEmpty() || !name.chars().allMatch(Builder::mayStandInName)) {
                throw new IllegalArgumentException(
                        "a parameter's name may have only letters, digits, '_', '-' and '.': '" + name + "'");
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (SENT_BY_THE_SDK.contains(lower) || lower.startsWith("x-acs-")) {
                throw new IllegalArgumentException(name + " is sent by the SDK itself and can't be a parameter");
            }
            if (value == null) {
                removeParam(name);
                return self();
            }
            if (extraParams == null) {
                extraParams = new LinkedHashMap<>();
            }
            extraParams.put(name, value);
            return self();
        }

        private void removeParam(String name) {
            if (extraParams != null) {
                extraParams.remove(name);
            }
        }

        private static boolean mayStandInName(int c) {
            return c >= '0' && c <= '9'
                    || c >= 'A' && c <= 'Z'
                    || c >= 'a' && c <= 'z'
                    || c == '_'
                    || c == '-'
                    || c == '.';
        }

        /** This builder, as its own type. */
        @SuppressWarnings("unchecked")
        private B self() {
            return (B) this;
        }
    }
}

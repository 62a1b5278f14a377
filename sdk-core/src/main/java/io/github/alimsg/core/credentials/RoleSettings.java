package io.github.alimsg.core.credentials;

import io.github.alimsg.core.http.HttpTransport;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A role as profiles and the environment describe it, for {@link RoleAssumer}. May change in any release. */
public final class RoleSettings {
    private final String roleArn;
    private final @Nullable String sessionName;
    private final @Nullable Duration duration;
    private final @Nullable String policy;
    private final @Nullable String externalId;
    private final @Nullable String stsRegion;
    private final boolean vpc;
    private final @Nullable HttpTransport transport;

    private RoleSettings(Builder builder) {
        this.roleArn = builder.roleArn;
        this.sessionName = builder.sessionName;
        this.duration = builder.duration;
        this.policy = builder.policy;
        this.externalId = builder.externalId;
        this.stsRegion = builder.stsRegion;
        this.vpc = builder.vpc;
        this.transport = builder.transport;
    }

    /**
     * Returns a builder of settings for a role.
     *
     * @param roleArn resource name of the role
     * @return a builder
     */
    public static Builder builder(String roleArn) {
        return new Builder(roleArn);
    }

    /** {@return resource name of the role} */
    public String roleArn() {
        return roleArn;
    }

    /** {@return the session's name in audit logs; null for a default} */
    public @Nullable String sessionName() {
        return sessionName;
    }

    /** {@return how long the credentials are valid; null for the service's default of an hour} */
    public @Nullable Duration duration() {
        return duration;
    }

    /** {@return JSON text that restricts what the role may do; null for no restriction} */
    public @Nullable String policy() {
        return policy;
    }

    /** {@return the external id that the role's trust policy may require; null for none} */
    public @Nullable String externalId() {
        return externalId;
    }

    /** {@return region of the STS endpoint; null for the client's default} */
    public @Nullable String stsRegion() {
        return stsRegion;
    }

    /** {@return whether to call STS inside the region's VPC} */
    public boolean vpc() {
        return vpc;
    }

    /** {@return the transport that carries the calls to STS; null for one of its own} */
    public @Nullable HttpTransport transport() {
        return transport;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleSettings settings && settings.values().equals(values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<@Nullable Object> values() {
        return Arrays.asList(roleArn, sessionName, duration, policy, externalId, stsRegion, vpc, transport);
    }

    /** Shows only the role's name. */
    @Override
    public String toString() {
        return "RoleSettings[" + roleArn + "]";
    }

    /** Builds the settings of a role. Everything but the role may be left out, or null for the default. */
    public static final class Builder {
        private final String roleArn;
        private @Nullable String sessionName;
        private @Nullable Duration duration;
        private @Nullable String policy;
        private @Nullable String externalId;
        private @Nullable String stsRegion;
        private boolean vpc;
        private @Nullable HttpTransport transport;

        private Builder(String roleArn) {
            this.roleArn = Objects.requireNonNull(roleArn);
        }

        /**
         * Sets the session's name in audit logs.
         *
         * @param sessionName the name; null for a default
         * @return this builder
         */
        public Builder sessionName(@Nullable String sessionName) {
            this.sessionName = sessionName;
            return this;
        }

        /**
         * Sets how long the credentials are valid.
         *
         * @param duration the time; null for the service's default of an hour
         * @return this builder
         */
        public Builder duration(@Nullable Duration duration) {
            this.duration = duration;
            return this;
        }

        /**
         * Restricts what the role may do.
         *
         * @param policy a policy as JSON text; null for no restriction
         * @return this builder
         */
        public Builder policy(@Nullable String policy) {
            this.policy = policy;
            return this;
        }

        /**
         * Sets the external id that the role's trust policy may require.
         *
         * @param externalId the id; null for none
         * @return this builder
         */
        public Builder externalId(@Nullable String externalId) {
            this.externalId = externalId;
            return this;
        }

        /**
         * Sets the region of the STS endpoint.
         *
         * @param stsRegion the region's id; null for the client's default
         * @return this builder
         */
        public Builder stsRegion(@Nullable String stsRegion) {
            this.stsRegion = stsRegion;
            return this;
        }

        /**
         * Sets whether to call STS inside the region's VPC. Default false.
         *
         * @param vpc whether to call the endpoint in the VPC
         * @return this builder
         */
        public Builder vpc(boolean vpc) {
            this.vpc = vpc;
            return this;
        }

        /**
         * Sets the transport that carries the calls to STS.
         *
         * @param transport the transport, which is not closed; null for one of its own
         * @return this builder
         */
        public Builder transport(@Nullable HttpTransport transport) {
            this.transport = transport;
            return this;
        }

        /** {@return the settings} */
        public RoleSettings build() {
            return new RoleSettings(this);
        }
    }
}

package io.github.alimsg.spring.boot;

import io.github.alimsg.core.Network;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.pacing.Lane;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/** Settings of clients. What is null is not set here: a less specific level decides, or the client's default. */
class ClientProperties {
    /** Id of the region whose endpoint to call, such as ap-southeast-1. */
    private @Nullable String region;

    /** Endpoint to call, whatever the region: https://host or https://host:port. Plain http only for this machine. */
    private @Nullable String endpoint;

    /** Which of the endpoints of a region to call. */
    private @Nullable Network network;

    /** How requests are signed. */
    private @Nullable Signature signature;

    /** Longest time for a call in total: all attempts and the waits between them. */
    private @Nullable Duration timeout;

    /** Longest time for connecting to one address. */
    private @Nullable Duration connectTimeout;

    /** Longest time without a byte from the service. */
    private @Nullable Duration readTimeout;

    /** Largest body of a reply. */
    private @Nullable DataSize maxReplySize;

    /** Whether calls wait to stay below the limits that the vendor documents. */
    private @Nullable Boolean pacing;

    /** Which calls go first when several wait for their turns. Bulk for clients that send campaigns. */
    private @Nullable Lane lane;

    /** Number of connections that may be open at a time, for each client. */
    private @Nullable Integer maxConnections;

    /** Whether a request that got no reply is sent once more, byte for byte, to learn whether it arrived. */
    private @Nullable Boolean replayGuard;

    /** Name of the application in the User-Agent header of every request. */
    private @Nullable String applicationId;

    /** File of X.509 certificates to trust in addition to those of the JDK. */
    private @Nullable String trust;

    /** Repeats of failed calls. */
    @NestedConfigurationProperty
    private final RetryProperties retry = new RetryProperties();

    /** Proxy through which to call. */
    @NestedConfigurationProperty
    private final ProxyProperties proxy = new ProxyProperties();

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public @Nullable String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(@Nullable String endpoint) {
        this.endpoint = endpoint;
    }

    public @Nullable Network getNetwork() {
        return network;
    }

    public void setNetwork(@Nullable Network network) {
        this.network = network;
    }

    public @Nullable Signature getSignature() {
        return signature;
    }

    public void setSignature(@Nullable Signature signature) {
        this.signature = signature;
    }

    public @Nullable Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(@Nullable Duration timeout) {
        this.timeout = timeout;
    }

    public @Nullable Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(@Nullable Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public @Nullable Duration getReadTimeout() {
        return readTimeout;
    }

    public void setReadTimeout(@Nullable Duration readTimeout) {
        this.readTimeout = readTimeout;
    }

    public @Nullable DataSize getMaxReplySize() {
        return maxReplySize;
    }

    public void setMaxReplySize(@Nullable DataSize maxReplySize) {
        this.maxReplySize = maxReplySize;
    }

    public @Nullable Boolean getPacing() {
        return pacing;
    }

    public void setPacing(@Nullable Boolean pacing) {
        this.pacing = pacing;
    }

    public @Nullable Lane getLane() {
        return lane;
    }

    public void setLane(@Nullable Lane lane) {
        this.lane = lane;
    }

    public @Nullable Integer getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(@Nullable Integer maxConnections) {
        this.maxConnections = maxConnections;
    }

    public @Nullable Boolean getReplayGuard() {
        return replayGuard;
    }

    public void setReplayGuard(@Nullable Boolean replayGuard) {
        this.replayGuard = replayGuard;
    }

    public @Nullable String getApplicationId() {
        return applicationId;
    }

    public void setApplicationId(@Nullable String applicationId) {
        this.applicationId = applicationId;
    }

    public @Nullable String getTrust() {
        return trust;
    }

    public void setTrust(@Nullable String trust) {
        this.trust = trust;
    }

    public RetryProperties getRetry() {
        return retry;
    }

    public ProxyProperties getProxy() {
        return proxy;
    }
}

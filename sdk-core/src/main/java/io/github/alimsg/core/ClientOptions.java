package io.github.alimsg.core;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.pacing.Lane;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client. Immutable. Set them when building a client, or change them for some calls only:
 *
 * <pre>{@code
 * CamsClient cams = CamsClient.builder().region("ap-southeast-1").timeout(Duration.ofSeconds(20)).build();
 * CamsClient patient = cams.withOptions(o -> o.timeout(Duration.ofMinutes(3)).pacing(true));
 * }</pre>
 */
public final class ClientOptions {
    private final @Nullable String region;
    private final @Nullable URI endpoint;
    private final Network network;
    private final Signature signature;
    private final @Nullable CredentialsProvider credentials;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Duration timeout;
    private final long maxReplyBytes;
    private final RetryPolicy retryPolicy;
    private final boolean replayGuard;
    private final boolean pacing;
    private final @Nullable RateLimiter rateLimiter;
    private final Lane lane;
    private final @Nullable SendGuard guard;
    private final @Nullable CallJournal journal;
    private final List<Interceptor> interceptors;
    private final List<CallListener> listeners;
    private final @Nullable Executor executor;
    private final TimeSource timeSource;
    private final @Nullable String applicationId;
    private final Map<String, String> sources;
    private final List<Setting> connections;

    /**
     * Takes the settings of a builder.
     *
     * @param connections the settings of connections, which only builders of clients have
     */
    ClientOptions(ClientSettings<?> from, List<Setting> connections) {
        this.region = from.region;
        this.endpoint = from.endpoint;
        this.network = from.network;
        this.signature = from.signature;
        this.credentials = from.credentials;
        this.connectTimeout = from.connectTimeout;
        this.readTimeout = from.readTimeout;
        this.timeout = from.timeout;
        this.maxReplyBytes = from.maxReplyBytes;
        this.retryPolicy = from.retryPolicy;
        this.replayGuard = from.replayGuard;
        this.pacing = from.pacing;
        this.rateLimiter = from.rateLimiter;
        this.lane = from.lane;
        this.guard = from.guard;
        this.journal = from.journal;
        this.interceptors = List.copyOf(from.interceptors);
        this.listeners = List.copyOf(from.listeners);
        this.executor = from.executor;
        this.timeSource = from.timeSource;
        this.applicationId = from.applicationId;
        this.sources = Map.copyOf(from.sources);
        this.connections = connections;
    }

    /** {@return the defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that begins with these settings} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the region whose endpoint is called; null for the environment's or the product's default} */
    public @Nullable String region() {
        return region;
    }

    /** {@return the endpoint to call, whatever the region; null to choose it by region} */
    public @Nullable URI endpoint() {
        return endpoint;
    }

    /** {@return which of a region's endpoints is called} */
    public Network network() {
        return network;
    }

    /** {@return how calls are signed} */
    public Signature signature() {
        return signature;
    }

    /** {@return where credentials come from; null for the default chain} */
    public @Nullable CredentialsProvider credentials() {
        return credentials;
    }

    /** {@return how long connecting to one address may take} */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** {@return how long the service may be silent} */
    public Duration readTimeout() {
        return readTimeout;
    }

    /** {@return how long a call may take in total} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return the maximum size of a reply's body in bytes} */
    public long maxReplyBytes() {
        return maxReplyBytes;
    }

    /** {@return the policy that decides which failures are repeated, and when} */
    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /**
     * {@return whether a request that got no reply is sent once more, byte for byte, to find out whether it arrived}
     */
    public boolean replayGuard() {
        return replayGuard;
    }

    /** {@return whether calls wait to stay below documented limits} */
    public boolean pacing() {
        return pacing;
    }

    /** {@return the application's own limiter; null when there is none} */
    public @Nullable RateLimiter rateLimiter() {
        return rateLimiter;
    }

    /** {@return which calls go first when several wait for their turns} */
    public Lane lane() {
        return lane;
    }

    /** {@return who is asked about every message before it is sent; null when nobody is} */
    public @Nullable SendGuard guard() {
        return guard;
    }

    /** {@return who keeps a record of calls and may end them; null when nobody does} */
    public @Nullable CallJournal journal() {
        return journal;
    }

    /** {@return the interceptors, outermost first} */
    public List<Interceptor> interceptors() {
        return interceptors;
    }

    /** {@return the call listeners} */
    public List<CallListener> listeners() {
        return listeners;
    }

    /** {@return where asynchronous calls run; null for the client's own} */
    public @Nullable Executor executor() {
        return executor;
    }

    /** {@return the clock, which also does the waiting} */
    public TimeSource timeSource() {
        return timeSource;
    }

    /** {@return the name of the application in the {@code User-Agent} header; null for none} */
    public @Nullable String applicationId() {
        return applicationId;
    }

    /**
     * {@return every setting except the endpoint and the region, which the product decides with; nothing that is secret}
     *
     * @see SdkClient#settings()
     */
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>(new SettingsList(sources)
                .add("network", network)
                .add("signature", signature)
                .addOwn("credentials", credentials, "the default chain")
                .add("connectTimeout", connectTimeout)
                .add("readTimeout", readTimeout)
                .add("timeout", timeout)
                .add("maxReplyBytes", maxReplyBytes)
                .add("retryPolicy", retryPolicy)
                .add("replayGuard", replayGuard)
                .add("pacing", pacing)
                .addOwn("rateLimiter", rateLimiter, "none")
                .add("lane", lane)
                .addOwn("guard", guard, "none")
                .addOwn("journal", journal, "none")
                .add("interceptors", interceptors.size())
                .add("listeners", listeners.size())
                .addOwn("executor", executor, "the client's own")
                .addOwn("timeSource", timeSource, "the machine's clock")
                .add("applicationId", applicationId == null ? "none" : applicationId)
                .toList());
        all.addAll(connections);
        return List.copyOf(all);
    }

    /** Where the settings that are not defaults come from, by name. */
    Map<String, String> sources() {
        return sources;
    }

    /**
     * {@return where a setting comes from: {@code builder}, {@code withOptions}, an environment variable's name, or
     * {@code default}}
     *
     * @param setting the name of the builder's method
     */
    public String source(String setting) {
        return sources.getOrDefault(setting, "default");
    }

    /** Builds {@link ClientOptions}. */
    public static final class Builder extends ClientSettings<Builder> {
        private final List<Setting> connections;

        Builder() {
            this.connections = List.of();
        }

        Builder(ClientOptions from) {
            super(from);
            this.connections = from.connections;
        }

        /**
         * Sets who keeps a record of the calls, and may end them. Default: nobody. Only for a client derived by {@link
         * SdkClient#withOptions}, usually for a single call.
         *
         * @param journal the journal
         * @return this builder
         */
        public Builder journal(CallJournal journal) {
            this.journal = Objects.requireNonNull(journal);
            chosen("journal");
            return this;
        }

        /** {@return the settings} */
        public ClientOptions build() {
            return new ClientOptions(this, connections);
        }
    }
}

package io.github.alimsg.core;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.internal.net.Hosts;
import io.github.alimsg.core.pacing.Lane;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a client's builder and {@link ClientOptions.Builder} share. Each has a default.
 *
 * @param <B> the builder itself
 */
abstract class ClientSettings<B extends ClientSettings<B>> {
    static final String BUILDER = "builder";
    static final String WITH_OPTIONS = "withOptions";

    /** The shortest timeout; anything shorter would end calls that are merely slow. */
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    /** Possessive, so that it never backtracks: otherwise a long text would need a stack frame per part. */
    private static final Pattern REGION = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    private static final Pattern APPLICATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,50}");

    @Nullable
    String region;

    @Nullable
    URI endpoint;

    Network network = Network.PUBLIC;
    Signature signature = Signature.ACS3_HMAC_SHA256;

    @Nullable
    CredentialsProvider credentials;

    Duration connectTimeout = Duration.ofSeconds(5);
    Duration readTimeout = Duration.ofSeconds(10);
    Duration timeout = Duration.ofSeconds(60);
    long maxReplyBytes = 16L << 20;
    RetryPolicy retryPolicy = RetryPolicy.standard();
    boolean replayGuard;
    boolean pacing;

    @Nullable
    RateLimiter rateLimiter;

    Lane lane = Lane.STANDARD;

    @Nullable
    SendGuard guard;

    @Nullable
    CallJournal journal;

    List<Interceptor> interceptors = new ArrayList<>();
    List<CallListener> listeners = new ArrayList<>();

    @Nullable
    Executor executor;

    TimeSource timeSource = TimeSource.system();

    @Nullable
    String applicationId;

    /** Where the settings that are not defaults come from, by name. */
    final Map<String, String> sources = new HashMap<>();

    /** Where the settings that are made now come from. */
    String source;

    ClientSettings() {
        this.source = BUILDER;
    }

    ClientSettings(ClientOptions from) {
        this.region = from.region();
        this.endpoint = from.endpoint();
        this.network = from.network();
        this.signature = from.signature();
        this.credentials = from.credentials();
        this.connectTimeout = from.connectTimeout();
        this.readTimeout = from.readTimeout();
        this.timeout = from.timeout();
        this.maxReplyBytes = from.maxReplyBytes();
        this.retryPolicy = from.retryPolicy();
        this.replayGuard = from.replayGuard();
        this.pacing = from.pacing();
        this.rateLimiter = from.rateLimiter();
        this.lane = from.lane();
        this.guard = from.guard();
        this.journal = from.journal();
        this.interceptors = new ArrayList<>(from.interceptors());
        this.listeners = new ArrayList<>(from.listeners());
        this.executor = from.executor();
        this.timeSource = from.timeSource();
        this.applicationId = from.applicationId();
        this.sources.putAll(from.sources());
        this.source = WITH_OPTIONS;
    }

    /** Notes that a setting is made, and where. */
    final void chosen(String setting) {
        sources.put(setting, source);
    }

    /**
     * Sets the region whose endpoint to call, such as {@code ap-southeast-1}. Default: the environment variable {@code
     * ALIBABA_CLOUD_REGION_ID}, else the product's default region.
     *
     * @param region the region's id
     * @return this builder
     * @throws IllegalArgumentException when it has anything but lowercase letters, digits and dashes
     */
    public final B region(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("'" + region
                    + "' is not a region id; one looks like ap-southeast-1: lowercase letters, digits, dashes");
        }
        this.region = region;
        chosen("region");
        return self();
    }

    /**
     * Sets the endpoint to call, whatever the region: {@code https://host} or {@code https://host:port}. Plain {@code
     * http} is accepted only for loopback addresses. Default: the environment variable {@code ALIMSG_ENDPOINT_URL}, else
     * the region's.
     *
     * @param endpoint scheme and host, without path, query or user
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public final B endpoint(URI endpoint) {
        String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
        String host = endpoint.getHost();
        boolean port = endpoint.getPort() != 0 && endpoint.getPort() <= 65_535;
        boolean bare = port
                && (endpoint.getRawPath() == null
                        || endpoint.getRawPath().isEmpty()
                        || endpoint.getRawPath().equals("/"))
                && endpoint.getRawQuery() == null
                && endpoint.getRawFragment() == null
                && endpoint.getRawUserInfo() == null;
        if (host == null || !bare || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException(
                    "an endpoint must be https://host or https://host:port and nothing more");
        }
        if (scheme.equals("http") && !Hosts.isLoopback(host)) {
            throw new IllegalArgumentException(
                    "an endpoint must use https; http is only for loopback addresses in tests");
        }
        this.endpoint = endpoint;
        chosen("endpoint");
        return self();
    }

    /**
     * Sets the endpoint to call, whatever the region.
     *
     * @param endpoint a host name, or {@code https://host:port}
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public final B endpoint(String endpoint) {
        return endpoint(URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint));
    }

    /**
     * Sets which of a region's endpoints to call. Default {@link Network#PUBLIC}.
     *
     * @param network the network the application runs in
     * @return this builder
     */
    public final B network(Network network) {
        this.network = Objects.requireNonNull(network);
        chosen("network");
        return self();
    }

    /**
     * Sets how requests are signed. Default {@link Signature#ACS3_HMAC_SHA256}.
     *
     * @param signature the signature
     * @return this builder
     */
    public final B signature(Signature signature) {
        this.signature = Objects.requireNonNull(signature);
        chosen("signature");
        return self();
    }

    /**
     * Sets where credentials come from. Default: the chain of {@code CredentialsProviders.defaultChain()}.
     *
     * @param credentials asked before every attempt
     * @return this builder
     */
    public final B credentials(CredentialsProvider credentials) {
        this.credentials = Objects.requireNonNull(credentials);
        chosen("credentials");
        return self();
    }

    /**
     * Sets how long connecting to one address may take. The TLS handshake that follows is limited by {@link
     * #readTimeout(Duration)} instead. Default: {@code ALIMSG_CONNECT_TIMEOUT}, else 5 seconds.
     *
     * @param connectTimeout at least a millisecond
     * @return this builder
     */
    public final B connectTimeout(Duration connectTimeout) {
        this.connectTimeout = validTimeout("connectTimeout", connectTimeout);
        chosen("connectTimeout");
        return self();
    }

    /**
     * Sets how long the service may be silent before an attempt is given up. Default: {@code
     * ALIMSG_READ_TIMEOUT}, else 10 seconds.
     *
     * @param readTimeout at least a millisecond
     * @return this builder
     */
    public final B readTimeout(Duration readTimeout) {
        this.readTimeout = validTimeout("readTimeout", readTimeout);
        chosen("readTimeout");
        return self();
    }

    /**
     * Sets how long a call may take in total: all attempts and the waits between them. Default: {@code
     * ALIMSG_TIMEOUT}, else 60 seconds.
     *
     * @param timeout at least a millisecond
     * @return this builder
     */
    public final B timeout(Duration timeout) {
        this.timeout = validTimeout("timeout", timeout);
        chosen("timeout");
        return self();
    }

    private static Duration validTimeout(String name, Duration value) {
        if (value.compareTo(MIN_TIMEOUT) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be between a millisecond and a day, not " + value);
        }
        return value;
    }

    /**
     * Sets the maximum size of a reply's body, in bytes. Default 16 MiB.
     *
     * @param maxReplyBytes at least 1
     * @return this builder
     */
    public final B maxReplyBytes(long maxReplyBytes) {
        if (maxReplyBytes < 1 || maxReplyBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("maxReplyBytes must be between 1 and 2 GiB, not " + maxReplyBytes);
        }
        this.maxReplyBytes = maxReplyBytes;
        chosen("maxReplyBytes");
        return self();
    }

    /**
     * Sets which failures are repeated, and when. Default {@link RetryPolicy#standard()}, with the attempts of {@code
     * ALIMSG_MAX_ATTEMPTS}.
     *
     * @param retryPolicy the policy
     * @return this builder
     */
    public final B retryPolicy(RetryPolicy retryPolicy) {
        this.retryPolicy = Objects.requireNonNull(retryPolicy);
        chosen("retryPolicy");
        return self();
    }

    /**
     * Sets whether a request that was sent and got no reply is sent once more, byte for byte, to find out whether it
     * arrived. Default false.
     *
     * <p>Applies to what is not repeated otherwise: sends, creations, codes, one-time operations, and other writes
     * unless the policy repeats them. The copy has the same nonce, time and signature, and uses a new connection. A
     * success means that the first copy was lost on its way, so this was the only execution. {@code SignatureNonceUsed}
     * means that the first copy arrived: the call fails as {@code UNKNOWN}, as it does after any other failure. No
     * third copy is ever sent, and no second one when the call's time is up, the credentials have expired, or the
     * signature is 14 minutes old.
     *
     * <p><b>Not verified against the live gateway.</b> This relies on the gateway remembering nonces, across all its
     * machines, for longer than the 15 minutes for which it accepts a timestamp, and on checking them before doing any
     * work. Where that does not hold, a message may be sent twice. The vendor documents only that used nonces are
     * refused; its support once named 31 minutes.
     *
     * @param replayGuard whether to send such a request once more
     * @return this builder
     */
    public final B replayGuard(boolean replayGuard) {
        this.replayGuard = replayGuard;
        chosen("replayGuard");
        return self();
    }

    /**
     * Sets whether calls wait so that they stay below the limits that the vendor documents for an account. Default
     * {@code ALIMSG_PACING}, else false.
     *
     * @param pacing whether to wait
     * @return this builder
     */
    public final B pacing(boolean pacing) {
        this.pacing = pacing;
        chosen("pacing");
        return self();
    }

    /**
     * Paces calls with your own limiter, such as one shared by several clients of an account, or one with other rates.
     *
     * @param rateLimiter the limiter
     * @return this builder
     */
    public final B rateLimiter(RateLimiter rateLimiter) {
        this.rateLimiter = Objects.requireNonNull(rateLimiter);
        chosen("rateLimiter");
        return self();
    }

    /**
     * Sets which calls go first when several wait for turns of one operation. Matters only for calls that wait: with
     * {@link #pacing(boolean)}, a {@link #rateLimiter(RateLimiter)} that knows lanes, or after the service refused such
     * calls. Default {@link Lane#STANDARD}; give campaigns a client with {@link Lane#BULK}.
     *
     * @param lane the lane
     * @return this builder
     */
    public final B lane(Lane lane) {
        this.lane = Objects.requireNonNull(lane);
        chosen("lane");
        return self();
    }

    /**
     * Sets who is asked about every message before it is sent. Default: nobody. Several guards are one by {@link
     * io.github.alimsg.core.guard.Guards#all}. The environment variable {@code ALIMSG_ONLY_TO} adds the guard {@link
     * io.github.alimsg.core.guard.Guards#onlyTo}, and is asked first; no setting removes it.
     *
     * @param guard the guard
     * @return this builder
     */
    public final B guard(SendGuard guard) {
        this.guard = Objects.requireNonNull(guard);
        chosen("guard");
        return self();
    }

    /**
     * Adds an interceptor, which wraps every call. The first one added is the outermost.
     *
     * @param interceptor the interceptor
     * @return this builder
     */
    public final B addInterceptor(Interceptor interceptor) {
        interceptors.add(Objects.requireNonNull(interceptor));
        chosen("interceptors");
        return self();
    }

    /**
     * Adds a listener, which is told of every call.
     *
     * @param listener the listener
     * @return this builder
     */
    public final B addListener(CallListener listener) {
        listeners.add(Objects.requireNonNull(listener));
        chosen("listeners");
        return self();
    }

    /**
     * Sets where {@link SdkClient#async} runs. Default: virtual threads from Java 21 on, daemon threads before.
     *
     * @param executor the executor; shutting it down remains your responsibility
     * @return this builder
     */
    public final B executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor);
        chosen("executor");
        return self();
    }

    /**
     * Sets the clock, which also does the waiting. Default: the machine's clock. For tests.
     *
     * @param timeSource the source
     * @return this builder
     */
    public final B timeSource(TimeSource timeSource) {
        this.timeSource = Objects.requireNonNull(timeSource);
        chosen("timeSource");
        return self();
    }

    /**
     * Sets a name for the application, which every request carries in its {@code User-Agent} header: {@code
     * alimsg-java/0.1.0 Java/21 app/orders}. It shows the vendor's support, and your own proxy, whose calls these are.
     * Default: {@code ALIMSG_APPLICATION_ID}, else none.
     *
     * @param applicationId 1 to 50 letters, digits, dots, dashes and underscores; nothing personal
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public final B applicationId(String applicationId) {
        if (!APPLICATION_ID.matcher(applicationId).matches()) {
            throw new IllegalArgumentException(
                    "an application id has 1 to 50 letters, digits, dots, dashes and underscores");
        }
        this.applicationId = applicationId;
        chosen("applicationId");
        return self();
    }

    @SuppressWarnings("unchecked")
    final B self() {
        return (B) this;
    }
}

package io.github.alimsg.core;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.core.internal.net.Hosts;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.core.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a client's builder and {@link ClientOptions.Builder} share. Every one has a default.
 *
 * @param <B> the builder itself
 */
abstract class ClientSettings<B extends ClientSettings<B>> {
    /** Shortest timeout; shorter ones would end calls that are merely slow. */
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);

    /** What it begins to repeat it never takes back: otherwise a long text would take a frame of the stack for each part. */
    private static final Pattern REGION = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

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

    List<Interceptor> interceptors = new ArrayList<>();
    List<CallListener> listeners = new ArrayList<>();

    @Nullable
    Executor executor;

    TimeSource timeSource = TimeSource.system();

    ClientSettings() {}

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
        this.interceptors = new ArrayList<>(from.interceptors());
        this.listeners = new ArrayList<>(from.listeners());
        this.executor = from.executor();
        this.timeSource = from.timeSource();
    }

    /**
     * The region whose endpoint to call, such as {@code ap-southeast-1}. Without one: the environment variable {@code
     * ALIBABA_CLOUD_REGION_ID}, else the product's own default.
     *
     * @param region the region's id
     * @return this builder
     * @throws IllegalArgumentException when it is no region id: small letters, digits and dashes
     */
    public final B region(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException(
                    "'" + region + "' is no region id; one looks like ap-southeast-1: small letters, digits, dashes");
        }
        this.region = region;
        return self();
    }

    /**
     * The endpoint to call, whatever the region: {@code https://host} or {@code https://host:port}. Plain {@code http}
     * is accepted only for loopback addresses.
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
            throw new IllegalArgumentException("an endpoint is https://host or https://host:port and nothing more");
        }
        if (scheme.equals("http") && !Hosts.isLoopback(host)) {
            throw new IllegalArgumentException(
                    "an endpoint speaks https; http is for loopback addresses in tests alone");
        }
        this.endpoint = endpoint;
        return self();
    }

    /**
     * The endpoint to call, whatever the region.
     *
     * @param endpoint a host name, or {@code https://host:port}
     * @return this builder
     * @throws IllegalArgumentException when it is anything else
     */
    public final B endpoint(String endpoint) {
        return endpoint(URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint));
    }

    /**
     * Which of a region's endpoints to call. Default {@link Network#PUBLIC}.
     *
     * @param network the network the application runs in
     * @return this builder
     */
    public final B network(Network network) {
        this.network = Objects.requireNonNull(network);
        return self();
    }

    /**
     * How to sign. Default {@link Signature#ACS3_HMAC_SHA256}.
     *
     * @param signature the signature
     * @return this builder
     */
    public final B signature(Signature signature) {
        this.signature = Objects.requireNonNull(signature);
        return self();
    }

    /**
     * Where credentials come from. Default: the chain of {@code CredentialsProviders.defaultChain()}.
     *
     * @param credentials asked before every attempt
     * @return this builder
     */
    public final B credentials(CredentialsProvider credentials) {
        this.credentials = Objects.requireNonNull(credentials);
        return self();
    }

    /**
     * How long connecting to one address may take. The TLS handshake after it counts as {@link #readTimeout silence of
     * the service}. Default 5 seconds.
     *
     * @param connectTimeout at least a millisecond
     * @return this builder
     */
    public final B connectTimeout(Duration connectTimeout) {
        this.connectTimeout = validTimeout("connectTimeout", connectTimeout);
        return self();
    }

    /**
     * How long the service may be silent before an attempt is given up. Default 10 seconds.
     *
     * @param readTimeout at least a millisecond
     * @return this builder
     */
    public final B readTimeout(Duration readTimeout) {
        this.readTimeout = validTimeout("readTimeout", readTimeout);
        return self();
    }

    /**
     * How long a call may take in all: every attempt, and the waiting between. Default 60 seconds.
     *
     * @param timeout at least a millisecond
     * @return this builder
     */
    public final B timeout(Duration timeout) {
        this.timeout = validTimeout("timeout", timeout);
        return self();
    }

    private static Duration validTimeout(String name, Duration value) {
        if (value.compareTo(MIN_TIMEOUT) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " is between a millisecond and a day, not " + value);
        }
        return value;
    }

    /**
     * How large an answer's body may be. Default 16 MiB.
     *
     * @param maxReplyBytes at least 1
     * @return this builder
     */
    public final B maxReplyBytes(long maxReplyBytes) {
        if (maxReplyBytes < 1 || maxReplyBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("maxReplyBytes is between 1 and 2 GiB, not " + maxReplyBytes);
        }
        this.maxReplyBytes = maxReplyBytes;
        return self();
    }

    /**
     * What is repeated, and after how long. Default {@link RetryPolicy#standard()}.
     *
     * @param retryPolicy the policy
     * @return this builder
     */
    public final B retryPolicy(RetryPolicy retryPolicy) {
        this.retryPolicy = Objects.requireNonNull(retryPolicy);
        return self();
    }

    /**
     * Whether a request that left and got no answer goes out once more, byte for byte, to find out what became of it.
     * Default no.
     *
     * <p>It concerns what is not repeated otherwise: sends, creations, codes, one-time operations, and other writes
     * unless the policy repeats them. The copy has the same nonce, time and signature, and a connection of its own. A
     * success means that the first copy was lost on its way, and that this was the only execution. {@code
     * SignatureNonceUsed} means that the first copy arrived: the call fails as {@code UNKNOWN}, as it does after
     * anything else. No third copy is sent, and none when the call's time is over, the credentials have ended, or the
     * signature is 14 minutes old.
     *
     * <p><b>Not verified against the live gateway.</b> This relies on the gateway remembering nonces of all its machines
     * for longer than the 15 minutes for which it takes a time, and on its checking them before any work. Where that does
     * not hold, a message may go out twice. The vendor documents that used nonces are refused, and no more; its support
     * once named 31 minutes.
     *
     * @param replayGuard whether to
     * @return this builder
     */
    public final B replayGuard(boolean replayGuard) {
        this.replayGuard = replayGuard;
        return self();
    }

    /**
     * Whether to wait before calls so that they stay below the limits the vendor documents for an account. Default no.
     *
     * @param pacing whether to wait
     * @return this builder
     */
    public final B pacing(boolean pacing) {
        this.pacing = pacing;
        return self();
    }

    /**
     * Paces calls by a limiter of one's own: shared by several clients of one account, or with other rates.
     *
     * @param rateLimiter the limiter
     * @return this builder
     */
    public final B rateLimiter(RateLimiter rateLimiter) {
        this.rateLimiter = Objects.requireNonNull(rateLimiter);
        return self();
    }

    /**
     * Wraps every call; those added first are outermost.
     *
     * @param interceptor what wraps
     * @return this builder
     */
    public final B addInterceptor(Interceptor interceptor) {
        interceptors.add(Objects.requireNonNull(interceptor));
        return self();
    }

    /**
     * Tells of every call.
     *
     * @param listener what is told
     * @return this builder
     */
    public final B addListener(CallListener listener) {
        listeners.add(Objects.requireNonNull(listener));
        return self();
    }

    /**
     * Where {@link SdkClient#async} runs. Default: virtual threads from Java 21 on, daemon threads before.
     *
     * @param executor the executor; it stays the caller's to shut down
     * @return this builder
     */
    public final B executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor);
        return self();
    }

    /**
     * What tells the time and waits. Default: the machine's clock. For tests.
     *
     * @param timeSource the source
     * @return this builder
     */
    public final B timeSource(TimeSource timeSource) {
        this.timeSource = Objects.requireNonNull(timeSource);
        return self();
    }

    @SuppressWarnings("unchecked")
    final B self() {
        return (B) this;
    }
}

package io.github.alimsg.testing;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.testing.gateway.Call;
import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.gateway.Gateway;
import io.github.alimsg.testing.gateway.GatewayListener;
import io.github.alimsg.testing.gateway.GatewaySettings;
import io.github.alimsg.testing.gateway.Received;
import io.github.alimsg.testing.gateway.WireReply;
import io.github.alimsg.testing.products.Products;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Alibaba Cloud in tests: an endpoint in this process, on the loopback address, that checks signatures,
 * clocks and nonces like the real gateway, answers what it is told to, and remembers what it received.
 *
 * <pre>{@code
 * try (FakeCloud cloud = FakeCloud.start();
 *         DysmsClient sms = cloud.configure(DysmsClient.builder()).build()) {
 *     cloud.when("SendMessageToGlobe").thenThrottle().thenSucceed();
 *
 *     sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Hello"));
 *
 *     assertThat(cloud.received("SendMessageToGlobe")).hasSize(2);
 * }
 * }</pre>
 *
 * <p>What is not stubbed succeeds. Calls that fail a check are refused with the vendor's code and never reach a stub.
 * Safe for any number of threads.
 */
public final class FakeCloud implements AutoCloseable {
    private static final Credentials OWN = Credentials.of("LTAI5tFakeCloudForTests1", "FakeCloudSecretForTestsOnly01x");

    private final TimeSource time;
    private final FakeClock clock;
    private final RequestLog requestLog;
    private final FakeReceipts receipts;
    private final ObjectStore objects;
    private final Gateway gateway;

    /** Each makes a client that is pointed here forget what it has learned, as long as somebody else holds it. */
    private final Set<Runnable> clients = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private FakeCloud(Builder builder) {
        this.time = builder.time;
        this.clock = new FakeClock(time, time instanceof ManualTime manual ? manual::advance : null);
        this.requestLog = new RequestLog(!builder.countOnly);
        this.receipts = new FakeReceipts(clock, !builder.countOnly);
        this.objects = new ObjectStore(clock);
        var settings =
                new GatewaySettings(OWN, Set.copyOf(builder.anonymous), builder.documentedLimits, builder.errorsAsXml);
        this.gateway = new Gateway(settings, clock, new Listener(), objects.storage()::permission);
        builder.products.forEach(gateway::add);
        gateway.start(builder.port);
    }

    /** Keeps what the gateway sees. */
    private final class Listener implements GatewayListener {
        @Override
        public void received(Received request) {
            requestLog.add(request);
        }

        @Override
        public void accepted(Call call, WireReply reply) {
            receipts.accepted(call, reply);
        }
    }

    /**
     * Runs a fake by itself until the process ends, for applications that are started by hand. It knows no product.
     *
     * @param arguments the port; none for any that is free
     */
    public static void main(String... arguments) {
        if (arguments.length > 1) {
            throw new IllegalArgumentException("usage: FakeCloud [port]");
        }
        FakeCloud cloud = builder()
                .port(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]))
                .start();
        System.out.println("FakeCloud listens at " + cloud.endpoint() + " and accepts the access key\n"
                + "ALIBABA_CLOUD_ACCESS_KEY_ID=" + OWN.accessKeyId() + "\n"
                + "ALIBABA_CLOUD_ACCESS_KEY_SECRET=" + OWN.accessKeySecret());
    }

    /**
     * Starts a fake with the machine's clock that knows no product: it takes every operation for real.
     *
     * @return the fake; close it
     */
    public static FakeCloud start() {
        return builder().start();
    }

    /**
     * Settings for a fake.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Ends every connection, stalled ones too, and frees the ports. */
    @Override
    public void close() {
        receipts.close();
        objects.storage().close();
        gateway.close();
    }

    /**
     * Where the fake listens.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + gateway.port());
    }

    /**
     * An access key that the fake accepts.
     *
     * @return the key, the same for every fake
     */
    public Credentials credentials() {
        return OWN;
    }

    /**
     * Points a client at this fake: sets endpoint and credentials, and the fake's clock when the fake was given one and
     * the client has none of its own. {@link #reset()} resets the clients that are built from it, too.
     *
     * @param builder the client's builder
     * @param <B> its type
     * @return the same builder
     */
    public <B extends ClientBuilder<B>> B configure(B builder) {
        var system = TimeSource.system();
        if (!time.equals(system) && builder.options().timeSource().equals(system)) {
            builder.timeSource(time);
        }
        ClientCore.onBuild(builder, clients::add);
        builder.endpoint(endpoint());
        return builder.credentials(() -> OWN);
    }

    /**
     * Tells what to answer to an operation. Replaces what was told of it before.
     *
     * @param operation the operation's name at the service, such as {@code SendSms}
     * @return a stub to add answers to
     * @throws IllegalArgumentException when the fake knows products and none has such an operation
     */
    public Stub when(String operation) {
        return new Stub(gateway.when(operation));
    }

    /**
     * Tells what to answer to every operation without a stub of its own. Replaces what was told of them before.
     *
     * @return a stub to add answers to
     */
    public Stub whenAny() {
        return new Stub(gateway.whenAny());
    }

    /**
     * Accepts a further access key, lasting or temporary. Of a key that was revoked or expired, it is a fresh start.
     * Temporary keys end by the fake's clock.
     *
     * @param credentials the key
     * @return this fake
     */
    public FakeCloud accept(Credentials credentials) {
        gateway.keys().accept(credentials);
        return this;
    }

    /**
     * Makes up a temporary access key and accepts it.
     *
     * @param validity how long it is valid by the fake's clock
     * @return the key
     */
    public Credentials acceptTemporary(Duration validity) {
        return gateway.keys().acceptTemporary(clock.now().plus(validity));
    }

    /**
     * The object storage that uploads go to.
     *
     * @return the storage, always the same
     */
    public ObjectStore objects() {
        return objects;
    }

    /**
     * Forgets an access key: calls with it fail with {@code InvalidAccessKeyId.NotFound}.
     *
     * @param accessKeyId the key's id
     * @return this fake
     * @throws IllegalArgumentException when the fake does not know the key
     */
    public FakeCloud revoke(String accessKeyId) {
        gateway.keys().revoke(accessKeyId);
        return this;
    }

    /**
     * Disables an access key: calls with it fail with {@code InvalidAccessKeyId.Inactive}.
     *
     * @param accessKeyId the key's id
     * @return this fake
     * @throws IllegalArgumentException when the fake does not know the key
     */
    public FakeCloud deactivate(String accessKeyId) {
        gateway.keys().deactivate(accessKeyId);
        return this;
    }

    /**
     * Ends a temporary access key: calls with it fail with {@code InvalidSecurityToken.Expired}.
     *
     * @param accessKeyId the key's id
     * @return this fake
     * @throws IllegalArgumentException when the fake does not know the key, or it is a lasting one
     */
    public FakeCloud expire(String accessKeyId) {
        gateway.keys().expire(accessKeyId);
        return this;
    }

    /**
     * Teaches the fake a product. From then on it refuses operations and versions that no product has, and answers from
     * the examples in the product's metadata.
     *
     * @param product the product
     * @return this fake
     */
    public FakeCloud withProduct(Product product) {
        gateway.add(product);
        return this;
    }

    /**
     * Enforces the calls per second that are documented for the operations of known products. Counts in fixed windows,
     * each a full second of the fake's clock; calls beyond are refused with {@code System.LimitControl}, HTTP 400, and
     * the time until the window ends in {@code x-acs-retry-after}.
     *
     * @return this fake
     */
    public FakeCloud enforceLimits() {
        gateway.enforceDocumentedLimits();
        return this;
    }

    /**
     * Enforces a limit for one operation, as {@link #enforceLimits()} does.
     *
     * @param operation the operation's name
     * @param callsPerSecond how many calls pass in a second; at least 1
     * @return this fake
     * @throws IllegalArgumentException when the limit is less, or the fake knows products and none has such an operation
     */
    public FakeCloud enforceLimit(String operation, int callsPerSecond) {
        gateway.enforceLimit(operation, callsPerSecond);
        return this;
    }

    /**
     * Words the gateway's errors in XML instead of JSON, as the real one sometimes does.
     *
     * @return this fake
     */
    public FakeCloud errorsAsXml() {
        gateway.errorsAsXml();
        return this;
    }

    /**
     * Makes the fake believe another time than its time source tells: in judging timestamps and tokens, and in its
     * {@code Date} header.
     *
     * @param skew how far it is ahead; negative when behind
     * @return this fake
     */
    public FakeCloud skewClock(Duration skew) {
        clock.skew(skew);
        return this;
    }

    /**
     * Takes the fake off the net: new connections and requests are cut without being read, and nothing is recorded.
     *
     * @return this fake
     */
    public FakeCloud goOffline() {
        return goOffline(true);
    }

    /**
     * Brings the fake back to the net.
     *
     * @return this fake
     */
    public FakeCloud goOnline() {
        return goOffline(false);
    }

    private FakeCloud goOffline(boolean away) {
        gateway.goOffline(away);
        objects.storage().goOffline(away);
        return this;
    }

    /**
     * Every call received so far, refused ones included, in the order of arrival.
     *
     * @return the calls, a copy
     */
    public List<ReceivedCall> received() {
        return requestLog.calls(null);
    }

    /**
     * Every call of an operation received so far, refused ones included, in the order of arrival.
     *
     * @param operation the operation's name
     * @return the calls, a copy
     */
    public List<ReceivedCall> received(String operation) {
        return requestLog.calls(operation);
    }

    /**
     * How many calls were received so far, refused ones included. Cheaper than {@link #received()}.
     *
     * @return their number
     */
    public int receivedCount() {
        return requestLog.count(null);
    }

    /**
     * How many calls of an operation were received so far, refused ones included. Cheaper than {@link
     * #received(String)}.
     *
     * @param operation the operation's name
     * @return their number
     */
    public int receivedCount(String operation) {
        return requestLog.count(operation);
    }

    /**
     * Every HTTP request so far, whole, in the order of arrival: calls, what was cut before it was read, and what is no
     * call at all.
     *
     * @return the requests, a copy
     */
    public List<ReceivedRequest> attempts() {
        return requestLog.requests();
    }

    /**
     * Waits in real time until so many calls were received in all.
     *
     * @param atLeast how many
     * @param timeout how long to wait
     * @throws AssertionError when there were fewer in that time
     * @throws InterruptedException when the thread is interrupted while waiting
     */
    public void awaitReceived(int atLeast, Duration timeout) throws InterruptedException {
        await(null, atLeast, timeout);
    }

    /**
     * Waits in real time until so many calls of an operation were received in all.
     *
     * @param operation the operation's name
     * @param atLeast how many
     * @param timeout how long to wait
     * @throws AssertionError when there were fewer in that time
     * @throws InterruptedException when the thread is interrupted while waiting
     */
    public void awaitReceived(String operation, int atLeast, Duration timeout) throws InterruptedException {
        await(operation, atLeast, timeout);
    }

    private void await(@Nullable String operation, int atLeast, Duration timeout) throws InterruptedException {
        if (!requestLog.await(operation, atLeast, timeout)) {
            throw new AssertionError("expected " + atLeast + " calls" + (operation == null ? "" : " of " + operation)
                    + " within " + timeout + " and received " + requestLog.count(operation));
        }
    }

    /**
     * What the service would post about the messages received so far.
     *
     * @return the receipts, always the same object
     */
    public FakeReceipts receipts() {
        return receipts;
    }

    /**
     * What went wrong inside the fake: exceptions of functions given to {@link Stub#thenAnswer}. {@link
     * FakeCloudExtension} fails a test over them.
     *
     * @return the exceptions, a copy
     */
    public List<Throwable> defects() {
        return gateway.defects();
    }

    /**
     * Makes the fake as good as new: forgets stubs, records, receipts, nonces, defects and skew, goes online, accepts its own key
     * only, and enforces what its builder said. The port, the clock and the known products stay.
     *
     * <p>The clients that it {@linkplain #configure configured} forget what they have learned of it: the rate of throttled
     * operations, the difference of clocks, and what repeats have cost. Calls that are under way are not ended; end them
     * first.
     */
    public void reset() {
        gateway.reset();
        clock.skew(Duration.ZERO);
        objects.storage().goOffline(false);
        objects.reset();
        requestLog.clear();
        receipts.clear();
        List<Runnable> living;
        synchronized (clients) {
            living = List.copyOf(clients);
        }
        living.forEach(Runnable::run);
    }

    @Override
    public String toString() {
        return "FakeCloud[" + endpoint() + ", " + receivedCount() + " calls]";
    }

    /** Settings for a {@link FakeCloud}. */
    public static final class Builder {
        private final List<Product> products = new ArrayList<>();
        private final List<String> anonymous = new ArrayList<>(Products.unsigned());
        private TimeSource time = TimeSource.system();
        private boolean documentedLimits;
        private boolean errorsAsXml;
        private boolean countOnly;
        private int port;

        private Builder() {}

        /**
         * The port to listen at, for applications whose configuration names it. Default: any that is free.
         *
         * @param port 1 to 65,535; 0 for any that is free
         * @return this builder
         * @throws IllegalArgumentException when it is anything else
         */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("a port is between 0 and 65535, not " + port);
            }
            this.port = port;
            return this;
        }

        /**
         * The fake's clock. Default: the machine's. Give the same {@link ManualTime} to fake and client, and no test
         * waits.
         *
         * @param time the clock
         * @return this builder
         */
        public Builder timeSource(TimeSource time) {
            this.time = Objects.requireNonNull(time);
            return this;
        }

        /**
         * Products known from the start; see {@link FakeCloud#withProduct(Product)}.
         *
         * @param products the products
         * @return this builder
         */
        public Builder withProduct(Product... products) {
            this.products.addAll(Arrays.asList(products));
            return this;
        }

        /**
         * Operations that may be called without a signature. {@code AssumeRoleWithOIDC} and {@code AssumeRoleWithSAML}
         * always may.
         *
         * @param operations their names
         * @return this builder
         */
        public Builder anonymous(String... operations) {
            anonymous.addAll(Arrays.asList(operations));
            return this;
        }

        /**
         * Enforces documented limits; see {@link FakeCloud#enforceLimits()}.
         *
         * @return this builder
         */
        public Builder enforceLimits() {
            this.documentedLimits = true;
            return this;
        }

        /**
         * Words the gateway's errors in XML; see {@link FakeCloud#errorsAsXml()}.
         *
         * @return this builder
         */
        public Builder errorsAsXml() {
            this.errorsAsXml = true;
            return this;
        }

        /**
         * Counts calls and keeps none of them, for load tests: {@link FakeCloud#receivedCount()} works, {@link
         * FakeCloud#received()} does not.
         *
         * @return this builder
         */
        public Builder countOnly() {
            this.countOnly = true;
            return this;
        }

        /**
         * Starts the fake.
         *
         * @return the fake; close it
         * @throws UncheckedIOException when the port is not free
         */
        public FakeCloud start() {
            return new FakeCloud(this);
        }
    }
}

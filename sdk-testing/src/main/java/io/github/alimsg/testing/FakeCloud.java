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
import io.github.alimsg.testing.gateway.Keys;
import io.github.alimsg.testing.gateway.Received;
import io.github.alimsg.testing.gateway.ReplyFields;
import io.github.alimsg.testing.gateway.WireReply;
import io.github.alimsg.testing.messages.MessageFormats;
import io.github.alimsg.testing.messages.MessageLog;
import io.github.alimsg.testing.messages.MessageReplies;
import io.github.alimsg.testing.messages.SentCall;
import io.github.alimsg.testing.products.Failures;
import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.Templates;
import io.github.alimsg.testing.queue.Queues;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Alibaba Cloud in tests: an endpoint in this process, on the loopback address, that checks signatures,
 * clocks and nonces like the real gateway, replies as it is told to, and remembers what it received.
 *
 * <pre>{@code
 * try (FakeCloud cloud = FakeCloud.start();
 *         DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder()).build()) {
 *     cloud.when("SendMessageToGlobe").thenThrottle().thenSucceed();
 *
 *     sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Hello"));
 *
 *     assertThat(cloud.received("SendMessageToGlobe")).hasSize(2);
 * }
 * }</pre>
 *
 * <p>Operations without a stub succeed. Calls that fail a check are refused with the vendor's code and never reach a
 * stub. Thread-safe.
 */
public final class FakeCloud implements AutoCloseable {
    private static final Credentials OWN = Credentials.of("LTAI5tFakeCloudForTests1", "FakeCloudSecretForTestsOnly01x");

    /** How many nonces a fake remembers that does not keep everything. */
    private static final int MAX_NONCES = 20_000;

    /** How many messages a queue keeps. */
    private static final int MAX_QUEUED = 100_000;

    private static final InetAddress LOOPBACK = loopback();

    private final TimeSource time;
    private final FakeClock clock;
    private final RequestLog requestLog;
    private final MessageFormats formats = new MessageFormats();
    private final MessageLog messages;
    private final SentMessages sentMessages;
    private final FakeReceipts receipts;
    private final ObjectStore objects;
    private final Templates templates = new Templates();
    private final Queues queues;
    private final Runnable clockMoved;
    private final Gateway gateway;

    /** Each makes a client that is pointed here forget what it has learned, as long as somebody else holds it. */
    private final Set<Runnable> clients = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final List<Consumer<? super ReceivedRequest>> requestListeners = new CopyOnWriteArrayList<>();
    private final InetAddress address;
    private final boolean tls;

    /** Whether a test took the object storage offline; a fault does so too. */
    private volatile boolean offline;

    private FakeCloud(Builder builder) {
        this.address = builder.address;
        this.tls = builder.tls != null;
        this.time = builder.time;
        this.clock = new FakeClock(time, time instanceof ManualTime manual ? manual::advance : null);
        this.requestLog = new RequestLog(builder.keep);
        var failures = new Failures();
        this.messages = new MessageLog(formats, clock, templates, failures, builder.keep);
        this.sentMessages = new SentMessages(messages, builder.keep > 0);
        this.receipts = new FakeReceipts(clock, failures, builder.keep, builder.receiptHosts);
        this.objects = new ObjectStore(clock);
        this.queues = new Queues(clock, builder.keep == 0 ? MAX_QUEUED : Math.min(builder.keep, MAX_QUEUED));
        this.clockMoved = queues::clockMoved;
        var settings = new GatewaySettings(
                OWN,
                Set.copyOf(builder.anonymous),
                builder.documentedLimits,
                builder.errorsAsXml,
                builder.keep == Integer.MAX_VALUE ? builder.keep : MAX_NONCES,
                builder.random);
        this.gateway = new Gateway(settings, clock, new Listener(), templates, replyFields(), formats::numbers);
        gateway.add(queues.service(gateway.keys()));
        builder.products.forEach(this::withProduct);
        if (time instanceof ManualTime manual) {
            manual.onMove(clockMoved);
        }
        gateway.start(builder.address, builder.port, builder.tls);
    }

    /** Always of IPv4: what the machine calls its loopback address may be of IPv6. */
    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException fourBytesAreAnAddress) {
            throw new IllegalStateException(fourBytesAreAnAddress);
        }
    }

    private ReplyFields replyFields() {
        var ofMessages = new MessageReplies(formats, messages);
        return (call, stubbed) -> {
            Map<String, ?> ofUploads = objects.storage().permission(call.operation());
            Map<String, ?> ofKeys = ofUploads.isEmpty() ? queues.loan(call.operation(), call.parameters()) : ofUploads;
            return ofKeys.isEmpty() ? ofMessages.fields(call, stubbed) : ofKeys;
        };
    }

    /** Keeps what the gateway sees. */
    private final class Listener implements GatewayListener {
        @Override
        public void received(Received request) {
            requestLog.add(request);
        }

        @Override
        public void replied(Received request) {
            if (!requestListeners.isEmpty()) {
                var replied = new ReceivedRequest(request);
                requestListeners.forEach(listener -> listener.accept(replied));
            }
        }

        @Override
        public void accepted(Call call, WireReply reply) {
            SentCall sent = messages.accepted(call, reply);
            if (sent != null) {
                receipts.accepted(sent);
            }
        }
    }

    /**
     * Runs a fake on its own until the process ends, for applications that are started by hand. It knows no product.
     *
     * @param arguments the port; none for any free port
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
     * Starts a fake with the machine's clock that knows no product: it accepts every operation.
     *
     * @return the fake; close it
     */
    public static FakeCloud start() {
        return builder().start();
    }

    /**
     * Returns a builder for a fake with other settings.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Closes every connection, including stalled ones, and frees the ports. */
    @Override
    public void close() {
        if (time instanceof ManualTime manual) {
            manual.removeListener(clockMoved);
        }
        queues.close();
        receipts.close();
        objects.storage().close();
        gateway.close();
    }

    /**
     * Returns the address that the fake listens on.
     *
     * @return {@code http://127.0.0.1:port}, or with {@code https} or another address if the builder was told so
     */
    public URI endpoint() {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create((tls ? "https://" : "http://") + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":"
                + gateway.port());
    }

    /**
     * Returns an access key that the fake accepts.
     *
     * @return the key, the same for every fake
     */
    public Credentials credentials() {
        return OWN;
    }

    /**
     * Points a client at this fake: sets endpoint and credentials, and the fake's clock if the fake was given one and
     * the client was not. {@link #reset()} also resets the clients that are built from it, and {@link #messages()} has
     * what they send.
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
        ClientCore.onBuild(builder, (product, forget) -> {
            clients.add(forget);
            formats.add(product);
        });
        builder.endpoint(endpoint());
        return builder.credentials(() -> OWN);
    }

    /**
     * Stubs an operation, replacing its previous stub.
     *
     * @param operation the operation's name at the service, such as {@code SendSms}
     * @return a stub to add replies to
     * @throws IllegalArgumentException when the fake knows products and none has such an operation
     */
    public Stub when(String operation) {
        return new Stub(gateway.when(operation));
    }

    /**
     * Stubs every operation that has no stub of its own, replacing the previous such stub.
     *
     * @return a stub to add replies to
     */
    public Stub whenAny() {
        return new Stub(gateway.whenAny());
    }

    /**
     * Accepts another access key, permanent or temporary. A key that was revoked or expired becomes valid again.
     * Temporary keys expire by the fake's clock.
     *
     * @param credentials the key
     * @return this fake
     */
    public FakeCloud accept(Credentials credentials) {
        gateway.keys().accept(credentials);
        return this;
    }

    /**
     * Creates a temporary access key and accepts it.
     *
     * @param validity how long it is valid by the fake's clock
     * @return the key
     */
    public Credentials acceptTemporary(Duration validity) {
        return gateway.keys().acceptTemporary(clock.now().plus(validity));
    }

    /**
     * Returns the object storage that uploads go to.
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
        keys(accessKeyId).revoke(accessKeyId);
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
        keys(accessKeyId).deactivate(accessKeyId);
        return this;
    }

    /**
     * Expires a temporary access key: calls with it fail with {@code InvalidSecurityToken.Expired}.
     *
     * @param accessKeyId the key's id
     * @return this fake
     * @throws IllegalArgumentException when the fake does not know the key, or it is a permanent one
     */
    public FakeCloud expire(String accessKeyId) {
        keys(accessKeyId).expire(accessKeyId);
        return this;
    }

    /** The keys of the account, or those that were lent for queues. */
    private Keys keys(String accessKeyId) {
        return queues.keys().hasLent(accessKeyId) ? queues.keys().keys() : gateway.keys();
    }

    /**
     * Adds a product. From then on the fake refuses operations and versions that no product has, and replies with the
     * examples in the product's metadata.
     *
     * @param product the product
     * @return this fake
     */
    public FakeCloud withProduct(Product product) {
        gateway.add(product);
        formats.add(product);
        return this;
    }

    /**
     * Enforces the calls per second that are documented for the operations of known products. Counts in fixed windows,
     * each a full second of the fake's clock; further calls are refused with {@code System.LimitControl}, HTTP 400, and
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
     * @param callsPerSecond how many calls are let through per second; at least 1
     * @return this fake
     * @throws IllegalArgumentException when the limit is less, or the fake knows products and none has such an operation
     */
    public FakeCloud enforceLimit(String operation, int callsPerSecond) {
        gateway.enforceLimit(operation, callsPerSecond);
        return this;
    }

    /**
     * Returns the gateway's errors in XML instead of JSON, as the real one sometimes does.
     *
     * @return this fake
     */
    public FakeCloud errorsAsXml() {
        gateway.errorsAsXml();
        return this;
    }

    /**
     * Sets the fake's clock apart from its time source: for checking timestamps and tokens, and in its {@code Date}
     * header.
     *
     * @param skew how far it is ahead; negative when behind
     * @return this fake
     */
    public FakeCloud skewClock(Duration skew) {
        clock.skew(skew);
        return this;
    }

    /**
     * Takes the fake offline: new connections and requests are cut without being read, and nothing is recorded.
     *
     * @return this fake
     */
    public FakeCloud goOffline() {
        return goOffline(true);
    }

    /**
     * Brings the fake back online.
     *
     * @return this fake
     */
    public FakeCloud goOnline() {
        return goOffline(false);
    }

    private FakeCloud goOffline(boolean away) {
        offline = away;
        gateway.goOffline(away);
        takeStorageOffline();
        return this;
    }

    private void takeStorageOffline() {
        objects.storage()
                .goOffline(offline
                        || faults().stream().anyMatch(fault -> fault.kind().equals("offline")));
    }

    /**
     * Switches faults on, and all others off.
     *
     * @param faults the faults; empty for none
     * @return this fake
     * @throws IllegalArgumentException when two have the same id, or the fake knows products and none has the operation
     *     of one
     */
    public FakeCloud faults(List<Fault> faults) {
        Set<String> ids = new HashSet<>();
        for (Fault fault : faults) {
            if (!ids.add(fault.id())) {
                throw new IllegalArgumentException(
                        "two faults have the id " + fault.id() + "; give one of them another by withId(...)");
            }
        }
        gateway.faults(faults.stream().map(Fault::rule).toList());
        takeStorageOffline();
        return this;
    }

    /**
     * Returns the faults that are on, with the calls that they have left and how often they were applied.
     *
     * @return the faults, a copy; those without calls left are off, and not in it
     */
    public List<Fault> faults() {
        return gateway.faults().stream().map(Fault::of).toList();
    }

    /**
     * Tells a listener of every HTTP request from now on, until {@link #reset()}: accepted, refused and cut ones, except
     * while the fake is offline. It knows the {@linkplain ReceivedRequest#reply reply}, which the caller does not have
     * yet. It runs on the fake's threads, several at once, after the {@linkplain SentMessages#onMessage listeners} of the
     * request's messages. What it throws is a {@linkplain #defects defect}.
     *
     * @param listener the listener
     * @return this fake
     */
    public FakeCloud onRequest(Consumer<? super ReceivedRequest> listener) {
        requestListeners.add(Objects.requireNonNull(listener));
        return this;
    }

    /**
     * Returns every call received so far, refused ones included, in order of arrival.
     *
     * @return the calls, a copy
     */
    public List<ReceivedCall> received() {
        return requestLog.calls(null);
    }

    /**
     * Returns every call of an operation received so far, refused ones included, in order of arrival.
     *
     * @param operation the operation's name
     * @return the calls, a copy
     */
    public List<ReceivedCall> received(String operation) {
        return requestLog.calls(operation);
    }

    /**
     * Returns how many calls were received so far, refused ones included. Cheaper than {@link #received()}.
     *
     * @return their number
     */
    public int receivedCount() {
        return requestLog.count(null);
    }

    /**
     * Returns how many calls of an operation were received so far, refused ones included. Cheaper than {@link
     * #received(String)}.
     *
     * @param operation the operation's name
     * @return their number
     */
    public int receivedCount(String operation) {
        return requestLog.count(operation);
    }

    /**
     * Returns every HTTP request so far, in order of arrival: calls, requests that were cut before they were read, and
     * requests that are not calls.
     *
     * @return the requests, a copy
     */
    public List<ReceivedRequest> attempts() {
        return requestLog.requests();
    }

    /**
     * Waits in real time until at least so many calls have been received in total.
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
     * Waits in real time until at least so many calls of an operation have been received in total.
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
     * Returns the messages that were accepted so far, one for each recipient.
     *
     * @return the messages, always the same object
     */
    public SentMessages messages() {
        return sentMessages;
    }

    /**
     * Hides messages from {@code QuerySendDetails}, {@code GetCardSmsDetails}, {@code QueryMessage} and {@code
     * ListChatappMessage} for some time, as the service does. Default: they are found at once.
     *
     * @param delay how long by the fake's clock; not negative
     * @return this fake
     * @throws IllegalArgumentException when it is negative
     */
    public FakeCloud hideFromQueries(Duration delay) {
        messages.hideFromQueries(delay);
        return this;
    }

    /**
     * Returns what the service would post about the messages received so far.
     *
     * @return the receipts, always the same object
     */
    public FakeReceipts receipts() {
        return receipts;
    }

    /**
     * Returns a queue that receipts come by, a new one the first time. Consumers that poll a queue before a test has
     * asked for it get {@code QueueNotExist}.
     *
     * @param name its name, such as {@code Alicom-Queue-1-SmsReport}: letters, digits and dashes, at most 120
     * @return the queue; it exists until the fake is closed, and {@link #reset()} empties it
     * @throws IllegalArgumentException when no queue can have this name
     */
    public FakeQueue queue(String name) {
        return new FakeQueue(queues.open(name));
    }

    /**
     * Sets how long the keys are valid that {@code QueryTokenForMnsQueue} lends. Default: an hour.
     *
     * @param validity the time by the fake's clock, in full seconds, for keys that are lent from now on
     * @return this fake
     * @throws IllegalArgumentException when it is less than a second
     */
    public FakeCloud lendQueueKeysFor(Duration validity) {
        if (validity.toSeconds() < 1) {
            throw new IllegalArgumentException("a key is lent for at least a second, not " + validity);
        }
        queues.keys().validity(validity);
        return this;
    }

    /**
     * Expires all keys that were lent for queues so far: requests with them fail with {@code
     * InvalidSecurityToken.Expired}. Polls that wait go on.
     *
     * @return this fake
     */
    public FakeCloud expireQueueKeys() {
        queues.keys().expireAll();
        return this;
    }

    /**
     * Returns the templates of the account.
     *
     * @return the templates; none at first
     */
    public FakeTemplates templates() {
        return new FakeTemplates(templates);
    }

    /**
     * Returns what went wrong inside the fake: exceptions of functions given to {@link Stub#thenAnswer}. {@link
     * FakeCloudExtension} fails a test because of them.
     *
     * @return the exceptions, a copy
     */
    public List<Throwable> defects() {
        return gateway.defects();
    }

    /**
     * Resets the fake to its initial state: forgets stubs, faults, records, messages and who listens, receipts,
     * templates, nonces, defects and skew, goes online, accepts only its own key, empties its queues, and enforces what
     * its builder said. The port, the clock, the known products, the queues and the keys that were lent for them stay.
     *
     * <p>The clients that it {@linkplain #configure configured} forget what they have learned about it: the rate of
     * throttled operations, the difference of clocks, and what repeats have cost. Calls under way are not ended; end
     * them first.
     */
    public void reset() {
        gateway.reset();
        requestListeners.clear();
        offline = false;
        clock.skew(Duration.ZERO);
        objects.storage().goOffline(false);
        objects.reset();
        templates.clear();
        queues.reset();
        requestLog.clear();
        messages.clear();
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
        private int keep = Integer.MAX_VALUE;
        private final Set<String> receiptHosts = new HashSet<>();
        private int port;
        private InetAddress address = LOOPBACK;
        private @Nullable SSLContext tls;
        private RandomGenerator random = new Random();

        private Builder() {}

        /**
         * Sets the port to listen on, for applications whose configuration names it. Default: any free port.
         *
         * @param port 1 to 65,535; 0 for any free port
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
         * Sets the address to listen on. Default: {@code 127.0.0.1}, which other machines do not reach. Uploads are
         * taken at {@code 127.0.0.1} in any case.
         *
         * @param address an address of this machine, or {@code 0.0.0.0} for all
         * @return this builder
         */
        public Builder bind(InetAddress address) {
            this.address = Objects.requireNonNull(address);
            return this;
        }

        /**
         * Speaks TLS. Default: plain HTTP. Uploads are taken by plain HTTP in any case.
         *
         * @param context has the certificate, which clients have to trust, and its key
         * @return this builder
         */
        public Builder tls(SSLContext context) {
            this.tls = Objects.requireNonNull(context);
            return this;
        }

        /**
         * Allows receipts to be posted to other hosts than this one, such as {@code host.docker.internal}.
         *
         * @param hosts names or addresses, as they are in the URLs
         * @return this builder
         */
        public Builder allowReceiptsTo(String... hosts) {
            receiptHosts.addAll(Arrays.asList(hosts));
            return this;
        }

        /**
         * Sets what chance is taken from: which calls get a {@link Fault} that has a probability, and how late replies
         * are. Default: another course each time. With a seed, calls one after the other get the same faults each time.
         *
         * @param random the source, used by one thread at a time
         * @return this builder
         */
        public Builder random(RandomGenerator random) {
            this.random = Objects.requireNonNull(random);
            return this;
        }

        /**
         * Sets the fake's clock. Default: the machine's. With the same {@link ManualTime} in fake and client, no test
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
         * Adds products; see {@link FakeCloud#withProduct(Product)}.
         *
         * @param products the products
         * @return this builder
         */
        public Builder withProduct(Product... products) {
            this.products.addAll(Arrays.asList(products));
            return this;
        }

        /**
         * Adds operations that may be called without a signature. {@code AssumeRoleWithOIDC} and {@code
         * AssumeRoleWithSAML} always may.
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
         * Returns the gateway's errors in XML; see {@link FakeCloud#errorsAsXml()}.
         *
         * @return this builder
         */
        public Builder errorsAsXml() {
            this.errorsAsXml = true;
            return this;
        }

        /**
         * Counts calls and keeps none of them, for load tests: {@link FakeCloud#receivedCount()} and {@link
         * SentMessages#onMessage} work, {@link FakeCloud#received()} does not, and there are no receipts.
         *
         * @return this builder
         */
        public Builder countOnly() {
            this.keep = 0;
            return this;
        }

        /**
         * Keeps only the newest requests, messages, and messages whose receipts wait, so that the fake may run for
         * long; of requests at most 16 MiB, without headers. Counts of calls go on; what is gone is no longer found by
         * queries. Default: everything is kept.
         *
         * @param newest how many of each; at least 1
         * @return this builder
         * @throws IllegalArgumentException when it is less
         */
        public Builder keep(int newest) {
            if (newest < 1) {
                throw new IllegalArgumentException("a fake keeps at least 1, not " + newest + "; see countOnly()");
            }
            this.keep = newest;
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

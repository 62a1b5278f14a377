package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.wire.Product;
import io.github.alimsg.testing.products.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** The endpoint, and what it was told to accept, to refuse and to answer. */
public final class Gateway {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    static {
        SERVER_LOG.setLevel(Level.OFF);
    }

    private final MockWebServer server = new MockWebServer();
    private final GatewaySettings settings;
    private final Keys keys = new Keys();
    private final Limits limits = new Limits();
    private final Catalog catalog = new Catalog();
    private final Checks checks;
    private final Replies replies;

    /** Asked in order which one a path belongs to; the last one takes all. */
    private final List<Service> services = new CopyOnWriteArrayList<>();

    private final Stubs stubs = new Stubs();
    private final Faults faults;
    private final Requests requests;

    /**
     * A gateway that does not listen yet.
     *
     * @param templates the account's templates
     * @param others what replies say beyond examples and templates
     * @param recipients finds the recipients of a call, for faults
     */
    public Gateway(
            GatewaySettings settings,
            FakeClock clock,
            GatewayListener listener,
            Templates templates,
            ReplyFields others,
            Recipients recipients) {
        this.settings = settings;
        this.checks = new Checks(catalog, keys, limits, settings);
        this.replies = new Replies(catalog, templates, others);
        this.faults = new Faults(settings.random(), recipients);
        this.requests = new Requests(server, clock, stubs, services, faults, listener);
        services.add(new ApiService(checks, replies));
        reset();
    }

    /**
     * Begins to listen.
     *
     * @param address the address to listen on
     * @param port 0 for any that is free
     * @param tls makes sockets that speak TLS; null for plain HTTP
     * @throws UncheckedIOException when the port is not free
     */
    public void start(InetAddress address, int port, @Nullable SSLContext tls) {
        if (tls != null) {
            server.useHttps(tls.getSocketFactory());
        }
        server.setProtocols(List.of(Protocol.HTTP_1_1));
        server.setServerSocketFactory(new BackloggedSockets());
        server.setDispatcher(requests);
        try {
            server.start(address, port);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    (port == 0 ? "no port" : "port " + port + " is not") + " free on " + address.getHostAddress(), e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public void close() {
        server.close();
    }

    /** Forgets what was told of it and what it has seen; products stay. */
    public void reset() {
        stubs.clear();
        faults.clear();
        checks.forgetNonces();
        requests.forgetDefects();
        requests.goOffline(false);
        keys.clear();
        keys.accept(settings.ownKey());
        limits.clear();
        limits.enforceDocumented(settings.documentedLimits());
        replies.errorsAsXml(settings.errorsAsXml());
    }

    /** The access keys that it accepts. */
    public Keys keys() {
        return keys;
    }

    /** Adds a service at paths of its own. */
    public void add(Service service) {
        services.add(0, service);
    }

    /** Teaches it a product. */
    public void add(Product product) {
        catalog.add(product);
    }

    /** Fresh answers for an operation. @throws IllegalArgumentException when no known product has it */
    public StubbedAnswers when(String operation) {
        requireOperation(operation);
        return stubs.replace(operation);
    }

    private void requireOperation(String operation) {
        if (services.stream().noneMatch(service -> service.operations().contains(operation))) {
            catalog.requireOperation(operation);
        }
    }

    /** Fresh answers for every operation that has none of its own. */
    public StubbedAnswers whenAny() {
        return stubs.replaceAnyOther();
    }

    public void enforceDocumentedLimits() {
        limits.enforceDocumented(true);
    }

    /** Enforces a limit. @throws IllegalArgumentException when it is below 1, or no known product has the operation */
    public void enforceLimit(String operation, int callsPerSecond) {
        catalog.requireOperation(operation);
        limits.enforce(operation, callsPerSecond);
    }

    public void errorsAsXml() {
        replies.errorsAsXml(true);
    }

    /** Puts faults on, and all others off. @throws IllegalArgumentException when no known product has an operation */
    public void faults(List<FaultRule> rules) {
        for (FaultRule rule : rules) {
            if (rule.operation() != null) {
                requireOperation(rule.operation());
            }
        }
        faults.replace(rules);
    }

    /** The faults that are on. */
    public List<FaultState> faults() {
        return faults.states();
    }

    /** Cuts new connections and requests, or no longer does. */
    public void goOffline(boolean away) {
        requests.goOffline(away);
    }

    /** What went wrong inside the fake. */
    public List<Throwable> defects() {
        return requests.defects();
    }
}

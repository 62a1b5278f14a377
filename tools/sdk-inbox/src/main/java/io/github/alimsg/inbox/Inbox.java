package io.github.alimsg.inbox;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.inbox.api.Calls;
import io.github.alimsg.inbox.api.Webhooks;
import io.github.alimsg.inbox.box.Box;
import io.github.alimsg.inbox.http.PageServer;
import io.github.alimsg.inbox.render.Templates;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A page that shows what a {@link FakeCloud} was sent, for a test that one debugs.
 *
 * <pre>{@code
 * try (Inbox inbox = Inbox.attach(cloud)) {
 *     System.out.println(inbox.uri());      // open it, then stop at a breakpoint
 *     new OrderNotifier(sms).shipped("order-4711", "6281234567890");
 * }
 * }</pre>
 *
 * <p>The page listens on the loopback address only. It shows messages to everybody who can use this computer. {@link
 * FakeCloud#reset()} ends it: attach anew after it. Thread-safe.
 */
public final class Inbox implements AutoCloseable {
    private static final int MAX_ATTACHED = 5000;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "alimsg-inbox-clock");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<String> defects = new ArrayBlockingQueue<>(20);
    private final Templates templates = new Templates();
    private final FakeCloud cloud;
    private final Box box;
    private final Calls calls;
    private final PageServer server;
    private final String host;

    private Inbox(FakeCloud cloud, InboxSettings settings) throws IOException {
        this.cloud = cloud;
        this.box = new Box(settings.max());
        this.host = settings.bind().isAnyLocalAddress() || settings.bind().isLoopbackAddress()
                ? "127.0.0.1"
                : settings.bind().getHostAddress();
        this.calls = new Calls(
                cloud,
                box,
                templates,
                settings.webhooks(),
                clock,
                new Calls.About(
                        version(),
                        cloud.endpoint(),
                        this::uri,
                        settings.keys(),
                        settings.certificate(),
                        this::defects));
        try {
            this.server = PageServer.start(
                    settings.bind(), settings.port(), settings.password(), calls.routes(), clock, this::defect);
        } catch (IOException e) {
            calls.close();
            clock.shutdownNow();
            throw new IOException("port " + settings.port() + " is taken; choose another one with --ui-port", e);
        }
        calls.listen();
    }

    /** What an inbox of its own needs to know. */
    record InboxSettings(
            InetAddress bind,
            int port,
            @Nullable String password,
            int max,
            Webhooks webhooks,
            List<Credentials> keys,
            @Nullable String certificate) {
        /** Shows no secret. */
        @Override
        public String toString() {
            return "InboxSettings[" + port + "]";
        }
    }

    /**
     * Opens a page for a fake, on any free port. It shows messages that are accepted from now on.
     *
     * @param cloud the fake
     * @return the page; close it
     * @throws UncheckedIOException when there is no free port
     */
    public static Inbox attach(FakeCloud cloud) {
        try {
            return start(
                    cloud,
                    new InboxSettings(
                            InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}),
                            0,
                            null,
                            MAX_ATTACHED,
                            new Webhooks(List.of()),
                            List.of(cloud.credentials()),
                            null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Inbox start(FakeCloud cloud, InboxSettings settings) throws IOException {
        return new Inbox(cloud, settings);
    }

    /** The version of this program; unknown when it is not packed. */
    static String version() {
        String version = Inbox.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /**
     * Returns the address of the page.
     *
     * @return {@code http://127.0.0.1:port/}
     */
    public URI uri() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/");
    }

    Box box() {
        return box;
    }

    Templates templates() {
        return templates;
    }

    ScheduledExecutorService clock() {
        return clock;
    }

    /** Something went wrong here, and not in an application. */
    void defect(Throwable defect) {
        defects.offer(defect.toString());
    }

    private List<String> defects() {
        List<String> all = new ArrayList<>(defects);
        cloud.defects().forEach(defect -> all.add(defect.toString()));
        return all;
    }

    /** Closes the page. The fake goes on. */
    @Override
    public void close() {
        server.close();
        calls.close();
        clock.shutdownNow();
    }

    /** Shows where it is. */
    @Override
    public String toString() {
        return "Inbox[" + uri() + "]";
    }
}

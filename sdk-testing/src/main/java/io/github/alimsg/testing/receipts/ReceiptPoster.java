package io.github.alimsg.testing.receipts;

import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.products.JsonTrees;
import io.github.alimsg.testing.products.Receipt;
import io.github.alimsg.testing.products.ReceiptKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Posts receipts to this host as the service does, and again what was refused. Safe for any number of threads. */
public final class ReceiptPoster {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final PendingReceipts pending;
    private final FakeClock clock;
    private final int max;
    private final Set<String> hosts;
    private final Deque<Delivery> refused = new ArrayDeque<>();
    private @Nullable OkHttpClient http;

    /**
     * Nothing was posted yet.
     *
     * @param max how many refused bodies are kept, the newest
     * @param hosts names of hosts that may be posted to, besides this one
     */
    public ReceiptPoster(PendingReceipts pending, FakeClock clock, int max, Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
        this.pending = pending;
        this.clock = clock;
        this.max = max;
    }

    /** Delivers what waits. @throws IllegalArgumentException when the target is on another host */
    public List<Posted> deliver(URI target, DeliverySettings how) {
        requireAllowed(target);
        return post(target, pending.take(how.kinds()), how);
    }

    /** Delivers these and nothing that waits. @throws IllegalArgumentException when the target is on another host */
    public List<Posted> deliver(URI target, List<Receipt> receipts, DeliverySettings how) {
        requireAllowed(target);
        return post(
                target,
                receipts.stream()
                        .filter(receipt -> how.kinds().contains(receipt.kind()))
                        .toList(),
                how);
    }

    private List<Posted> post(URI target, List<Receipt> receipts, DeliverySettings how) {
        List<Posted> posted = new ArrayList<>();
        for (Batch batch : Batch.of(receipts, how)) {
            posted.add(post(new Delivery(target, batch, 0, how.patience())));
        }
        return List.copyOf(posted);
    }

    /** Delivers a body once more, whatever became of it. If it waits to be delivered again, this is that time. */
    public Posted redeliver(Posted posted) {
        synchronized (this) {
            refused.removeFirstOccurrence(posted.delivery()); // one, even if a twin waits too
        }
        return post(posted.delivery());
    }

    /** Delivers again what was refused, in order, after the longest pause of all. */
    public List<Posted> redeliver() {
        List<Delivery> again;
        synchronized (this) {
            again = List.copyOf(refused);
            refused.clear();
        }
        Duration pause = Duration.ZERO;
        for (Delivery delivery : again) {
            Duration own = Objects.requireNonNull(delivery.pause());
            pause = own.compareTo(pause) > 0 ? own : pause;
        }
        clock.advance(pause);
        return again.stream().map(this::post).toList();
    }

    private Posted post(Delivery delivery) {
        Posted posted = exchange(delivery.next());
        if (posted.pause() != null) {
            synchronized (this) {
                refused.add(posted.delivery());
                if (refused.size() > max) {
                    refused.remove();
                }
            }
        }
        return posted;
    }

    private Posted exchange(Delivery delivery) {
        Request request = new Request.Builder()
                .url(delivery.target().toString())
                .post(RequestBody.create(delivery.batch().body(), JSON))
                .build();
        try (var response = client().newBuilder()
                .callTimeout(delivery.patience())
                .build()
                .newCall(request)
                .execute()) {
            String answer = response.body().string();
            String refusal = refusal(delivery.batch().kind(), response.code(), answer);
            return new Posted(delivery, response.code(), answer, refusal);
        } catch (IOException e) {
            return new Posted(delivery, 0, "", "no answer within " + delivery.patience() + ": " + e);
        }
    }

    private static @Nullable String refusal(ReceiptKind kind, int status, String answer) {
        if (status != 200) {
            return "HTTP " + status;
        }
        return kind.acceptedByCode() && !JsonTrees.read(answer).path("code").isNumber()
                ? "the answer has no code that is a number"
                : null;
    }

    private synchronized OkHttpClient client() {
        if (http == null) {
            http = new OkHttpClient.Builder()
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .build();
        }
        return http;
    }

    /** Checks where receipts are to go. @throws IllegalArgumentException when it is on another host */
    public void requireAllowed(URI target) {
        String host = target.getHost();
        try {
            if (host != null
                    && (hosts.contains(host) || InetAddress.getByName(host).isLoopbackAddress())) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no host " + target.getHost(), e);
        }
        throw new IllegalArgumentException("receipts are posted to this host alone, such as http://127.0.0.1:8080/");
    }

    public synchronized void clear() {
        refused.clear();
    }

    public synchronized void close() {
        if (http != null) {
            http.connectionPool().evictAll();
        }
    }

    /** How many bodies were refused and wait. */
    public synchronized int size() {
        return refused.size();
    }
}

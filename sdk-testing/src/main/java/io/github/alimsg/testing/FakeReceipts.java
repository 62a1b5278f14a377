package io.github.alimsg.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.time.TimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * What the service would post about the messages that were sent to {@link FakeCloud}: statuses of chat messages ({@code
 * Sent}, {@code Delivered}, {@code Read}, or {@code Failed}), reports on text messages, and what recipients write back.
 * They wait until a test delivers them.
 *
 * <pre>{@code
 * sms.sendMessageToGlobe(m -> m.to("6281234567890").message("Hello").taskId("order-4711"));
 *
 * cloud.receipts().deliver(myServer, d -> d.shuffled(1).twice());
 * }</pre>
 *
 * <p>There are receipts for {@code SendChatappMessage}, {@code SendMessageToGlobe}, {@code SendSms} and {@code
 * SendBatchSms}, whenever they were accepted, even if the reply was cut or never came. Nothing is posted to other
 * hosts, and nothing without being told to. Thread-safe.
 */
public final class FakeReceipts {
    static final Set<String> KINDS =
            new TreeSet<>(Set.of("ChatAppStatus", "ChatAppInbound", "SmsReport", "SmsUp", "GlobeSmsReport"));

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(10));

    /** What waits to be delivered. */
    sealed interface Waiting permits Item, Sent {}

    /**
     * A receipt.
     *
     * @param kind the vendor's name of its kind
     * @param json its fields
     */
    record Item(String kind, ObjectNode json) implements Waiting {}

    /** A call that sent, and what it was answered. */
    private record Sent(ReceivedCall call, Reply reply) implements Waiting {}

    /** A body that waits to be delivered again. */
    private record Refused(URI target, Batch batch, int attempts, Duration patience) {}

    /** Receipts of one kind that travel together. */
    private record Batch(String kind, String body) {}

    private final TimeSource time;
    private final boolean keep;
    private final Map<String, String> errors = new ConcurrentHashMap<>();
    private final List<Waiting> pending = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private long lastId;
    private @Nullable OkHttpClient http;

    FakeReceipts(TimeSource time, boolean keep) {
        this.time = time;
        this.keep = keep;
    }

    synchronized void sent(ReceivedCall call, Reply reply) {
        if (keep && SentMessages.ID_FIELDS.containsKey(call.operation())) {
            pending.add(new Sent(call, reply));
        }
    }

    synchronized void clear() {
        pending.clear();
        refused.clear();
        errors.clear();
    }

    synchronized void close() {
        if (http != null) {
            http.connectionPool().evictAll();
        }
    }

    /**
     * Reports messages to a number as failed, including those that were already sent and not yet reported.
     *
     * @param number the number, as it is sent to
     * @param errorCode the error code, such as {@code 131026}
     * @return these receipts
     */
    public synchronized FakeReceipts fail(String number, String errorCode) {
        errors.put(Objects.requireNonNull(number), Objects.requireNonNull(errorCode));
        return this;
    }

    /**
     * Simulates an inbound message on a chat channel.
     *
     * @param from the sender
     * @param to the number or account that it is sent to
     * @param text the text
     * @return these receipts
     */
    public synchronized FakeReceipts chatReply(String from, String to, String text) {
        pending.add(SentMessages.chatReply("inbound-" + ++lastId, from, to, text, time.instant()));
        return this;
    }

    /**
     * Simulates an inbound text message in mainland China.
     *
     * @param phoneNumber the sender
     * @param content the text
     * @return these receipts
     */
    public synchronized FakeReceipts smsReply(String phoneNumber, String content) {
        pending.add(SentMessages.smsReply(++lastId, phoneNumber, content, time.instant()));
        return this;
    }

    /**
     * Adds your own receipt.
     *
     * @param kind the kind it is delivered with, such as {@code ChatAppInbound}
     * @param json a JSON object
     * @return these receipts
     * @throws IllegalArgumentException when it is no JSON object, or there is no such kind
     */
    public synchronized FakeReceipts add(String kind, String json) {
        new ReceiptDelivery().only(kind);
        if (!(SentMessages.tree(json) instanceof ObjectNode object)) {
            throw new IllegalArgumentException("a receipt is a JSON object");
        }
        pending.add(new Item(kind, object));
        return this;
    }

    /**
     * Delivers what waits: everything, once, in order, each receipt in a separate body.
     *
     * @param target the URL to post to, on this host
     * @return what was posted, in order
     * @throws IllegalArgumentException when the target is on another host
     */
    public List<PostedReceipt> deliver(URI target) {
        return deliver(target, settings -> {});
    }

    /**
     * Delivers what waits. Posts one body after the other and waits for each response.
     *
     * @param target the URL to post to, on this host
     * @param settings sets what to deliver, in which order and how often
     * @return what was posted, in order
     * @throws IllegalArgumentException when the target is on another host
     */
    public List<PostedReceipt> deliver(URI target, Consumer<ReceiptDelivery> settings) {
        requireLoopback(target);
        var how = new ReceiptDelivery();
        settings.accept(how);
        List<PostedReceipt> posted = new ArrayList<>();
        for (Batch batch : batches(take(how.kinds), how)) {
            posted.add(post(new Refused(target, batch, 0, how.patience)));
        }
        return List.copyOf(posted);
    }

    /**
     * Redelivers what was refused, in order. The service does so 1, 5 and 10 minutes after a refusal, and then gives
     * up; for {@code GlobeSmsReport} it skips the last attempt. If the fake's clock is a {@link ManualTime}, that clock
     * moves on; otherwise no time passes.
     *
     * @return what was posted; empty when nothing waits
     */
    public List<PostedReceipt> redeliver() {
        List<Refused> again;
        synchronized (this) {
            again = List.copyOf(refused);
            refused.clear();
        }
        Duration pause = Duration.ZERO;
        for (Refused body : again) {
            Duration own = PAUSES.get(body.attempts() - 1);
            pause = own.compareTo(pause) > 0 ? own : pause;
        }
        if (time instanceof ManualTime manual) {
            manual.advance(pause);
        }
        return again.stream().map(this::post).toList();
    }

    private synchronized List<Item> take(Set<String> kinds) {
        var words = new SentMessages(errors::get);
        List<Item> all = new ArrayList<>();
        for (Waiting waiting : pending) {
            if (waiting instanceof Sent sent) {
                all.addAll(words.receipts(sent.call(), sent.reply()));
            } else if (waiting instanceof Item item) {
                all.add(item);
            }
        }
        pending.clear();
        all.stream().filter(item -> !kinds.contains(item.kind())).forEach(pending::add);
        return all.stream().filter(item -> kinds.contains(item.kind())).toList();
    }

    private static List<Batch> batches(List<Item> items, ReceiptDelivery how) {
        List<Item> ordered = new ArrayList<>();
        for (Item item : items) {
            ordered.addAll(Collections.nCopies(how.copies, item));
        }
        if (how.seed != null) {
            Collections.shuffle(ordered, new Random(how.seed));
        }
        List<Batch> batches = new ArrayList<>();
        for (int from = 0, to; from < ordered.size(); from = to) {
            String kind = ordered.get(from).kind();
            var body = JsonNodeFactory.instance.arrayNode();
            for (to = from; to < ordered.size() && to - from < how.perBody; to++) {
                if (!ordered.get(to).kind().equals(kind)) {
                    break;
                }
                body.add(ordered.get(to).json());
            }
            batches.add(new Batch(kind, body.toString()));
        }
        return batches;
    }

    private PostedReceipt post(Refused body) {
        int attempt = body.attempts() + 1;
        PostedReceipt posted = exchange(body, attempt);
        int pauses = body.batch().kind().equals("GlobeSmsReport") ? PAUSES.size() - 1 : PAUSES.size();
        if (!posted.accepted() && attempt <= pauses) {
            synchronized (this) {
                refused.add(new Refused(body.target(), body.batch(), attempt, body.patience()));
            }
        }
        return posted;
    }

    private PostedReceipt exchange(Refused body, int attempt) {
        String json = body.batch().body();
        Request request = new Request.Builder()
                .url(body.target().toString())
                .post(RequestBody.create(json, JSON))
                .build();
        try (var response = client().newBuilder()
                .callTimeout(body.patience())
                .build()
                .newCall(request)
                .execute()) {
            String answer = response.body().string();
            return new PostedReceipt(
                    json, attempt, response.code(), answer, refusal(body.batch().kind(), response.code(), answer));
        } catch (IOException e) {
            return new PostedReceipt(json, attempt, 0, "", "no answer within " + body.patience() + ": " + e);
        }
    }

    private static @Nullable String refusal(String kind, int status, String answer) {
        if (status != 200) {
            return "HTTP " + status;
        }
        boolean textMessage = !kind.startsWith("ChatApp");
        return textMessage && !SentMessages.tree(answer).path("code").isNumber()
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

    private static void requireLoopback(URI target) {
        try {
            if (target.getHost() != null
                    && InetAddress.getByName(target.getHost()).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no host " + target.getHost(), e);
        }
        throw new IllegalArgumentException("receipts are posted to this host alone, such as http://127.0.0.1:8080/");
    }

    /** How many wait, by stage. */
    @Override
    public synchronized String toString() {
        return "FakeReceipts[" + pending.size() + " waiting, " + refused.size() + " refused]";
    }
}

package io.github.alimsg.testing.messages;

import io.github.alimsg.testing.gateway.Call;
import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.gateway.WireReply;
import io.github.alimsg.testing.products.Failures;
import io.github.alimsg.testing.products.Lookup;
import io.github.alimsg.testing.products.Message;
import io.github.alimsg.testing.products.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages that the fake was sent, in order. A log that keeps everything reads calls when it is asked; one that
 * keeps the newest, or that somebody listens to, reads each at once. Safe for any number of threads.
 */
public final class MessageLog implements Lookup.Sent {
    private final MessageFormats formats;
    private final FakeClock clock;
    private final Templates templates;
    private final Failures failures;
    private final int max;

    private final List<Consumer<? super Message>> listeners = new CopyOnWriteArrayList<>();
    private final Deque<SentCall> unread = new ArrayDeque<>();
    private final Deque<Message> messages = new ArrayDeque<>();
    private final MessageIndex byNumber =
            new MessageIndex(message -> message.content().to());
    private final MessageIndex byOwnId =
            new MessageIndex(message -> message.content().ownId());
    private final MessageIndex byId = new MessageIndex(Message::id);
    private volatile Duration delay = Duration.ZERO;

    /**
     * An empty log.
     *
     * @param max how many of the newest are kept
     */
    public MessageLog(MessageFormats formats, FakeClock clock, Templates templates, Failures failures, int max) {
        this.formats = formats;
        this.clock = clock;
        this.templates = templates;
        this.failures = failures;
        this.max = max;
    }

    /** A call was accepted. @return what it sent; null when it sends nothing, or nobody wants to know */
    public @Nullable SentCall accepted(Call call, WireReply reply) {
        if (max == 0 && listeners.isEmpty()) {
            return null;
        }
        MessageFormats.Format format = formats.of(call);
        if (format == null) {
            return null;
        }
        var sent = new SentCall(format, call, reply, templates.chat().error(call.parameters()), failures);
        if (isBounded()) {
            keepNewest(sent.messages());
        } else {
            synchronized (this) {
                unread.add(sent);
            }
        }
        for (Consumer<? super Message> listener : listeners) {
            sent.messages().forEach(listener);
        }
        return sent;
    }

    private boolean isBounded() {
        return max < Integer.MAX_VALUE;
    }

    private synchronized void keepNewest(List<Message> sent) {
        for (Message message : sent) {
            add(message);
            if (messages.size() > max) {
                Message oldest = messages.removeFirst();
                byNumber.removeOldest(oldest);
                byOwnId.removeOldest(oldest);
                byId.removeOldest(oldest);
            }
        }
    }

    private void add(Message message) {
        messages.addLast(message);
        byNumber.add(message);
        byOwnId.add(message);
        byId.add(message);
    }

    private void readAll() {
        for (SentCall sent; (sent = unread.poll()) != null; ) {
            sent.messages().forEach(this::add);
        }
    }

    /** Tells somebody of every message from now on, before its call is replied to. */
    public void onMessage(Consumer<? super Message> listener) {
        listeners.add(listener);
    }

    /** How long queries know nothing of a message. */
    public void hideFromQueries(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative: " + delay);
        }
        this.delay = delay;
    }

    /** Every message that is kept, in order of arrival. */
    public List<Message> kept() {
        return inOrder(() -> messages);
    }

    /** Those to a number, with or without its calling code. */
    public List<Message> keptTo(String number) {
        List<String> numbers = formats.international(number);
        return inOrder(() -> {
            List<Message> found = new ArrayList<>();
            numbers.forEach(one -> found.addAll(byNumber.of(one)));
            return found;
        });
    }

    /** Those with an id of the application. */
    public List<Message> keptWithOwnId(String ownId) {
        return inOrder(() -> byOwnId.of(ownId));
    }

    private synchronized List<Message> inOrder(Supplier<Collection<Message>> found) {
        readAll();
        List<Message> copy = new ArrayList<>(found.get());
        copy.sort(Comparator.comparingLong(message -> message.submission().sequence()));
        return copy;
    }

    /** How many are kept. */
    public synchronized int size() {
        readAll();
        return messages.size();
    }

    public synchronized void clear() {
        listeners.clear();
        unread.clear();
        messages.clear();
        byNumber.clear();
        byOwnId.clear();
        byId.clear();
        delay = Duration.ZERO;
    }

    /** Whether it knows all that a call may ask about. */
    boolean canAnswer(Call call) {
        return max > 0 && formats.knows(call);
    }

    @Override
    public List<Message> all() {
        return visible(kept());
    }

    @Override
    public List<Message> to(String number) {
        return visible(keptTo(number));
    }

    @Override
    public List<Message> withId(String id) {
        return visible(keptWithId(id));
    }

    @Override
    public boolean isStillHidden(String id) {
        return !keptWithId(id).isEmpty() && withId(id).isEmpty();
    }

    private List<Message> keptWithId(String id) {
        return inOrder(() -> byId.of(id));
    }

    private List<Message> visible(List<Message> found) {
        Instant latest = now().minus(delay);
        return found.stream().filter(message -> !message.at().isAfter(latest)).toList();
    }

    @Override
    public Templates templates() {
        return templates;
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "MessageLog[" + size() + "]";
    }
}

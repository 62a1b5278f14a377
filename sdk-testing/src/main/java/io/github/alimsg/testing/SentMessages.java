package io.github.alimsg.testing;

import io.github.alimsg.testing.messages.MessageLog;
import io.github.alimsg.testing.products.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The messages that {@link FakeCloud} accepted, one for each recipient, even if the reply was cut or never came.
 *
 * <pre>{@code
 * assertThat(cloud.messages().to("6281234567890")).extracting(SentMessage::text).containsExactly("Hello");
 * assertThat(cloud.messages().countBy(SentMessage::ownId).values()).containsOnly(1);   // nothing went out twice
 * }</pre>
 *
 * <p>Which operations send, and what, is read from the product itself. So there are messages of the products that the
 * fake was {@linkplain FakeCloud#withProduct taught}, and of those whose clients it {@linkplain FakeCloud#configure
 * configured}. Thread-safe.
 */
public final class SentMessages {
    private final MessageLog log;
    private final boolean keeps;

    SentMessages(MessageLog log, boolean keeps) {
        this.log = log;
        this.keeps = keeps;
    }

    private MessageLog log() {
        if (!keeps) {
            throw new IllegalStateException("this fake was built to count only; listen with onMessage instead");
        }
        return log;
    }

    private List<SentMessage> of(List<Message> messages) {
        return messages.stream().map(this::of).toList();
    }

    private SentMessage of(Message message) {
        return new SentMessage(message, log.templates());
    }

    /**
     * Returns every message, in order of arrival.
     *
     * @return the messages, a copy
     * @throws IllegalStateException when the fake was built to count only; so do the other methods that look back
     */
    public List<SentMessage> list() {
        return of(log().kept());
    }

    /**
     * Returns the messages to a number or account, in order of arrival.
     *
     * @param recipient the recipient; a number with calling code, or as its product writes it
     * @return the messages, a copy
     */
    public List<SentMessage> to(String recipient) {
        return of(log().keptTo(Objects.requireNonNull(recipient)));
    }

    /**
     * Returns the messages with an id that the application chose, in order of arrival.
     *
     * @param ownId the id, {@code OutId} or {@code TaskId}
     * @return the messages, a copy
     */
    public List<SentMessage> withOwnId(String ownId) {
        return of(log().keptWithOwnId(Objects.requireNonNull(ownId)));
    }

    /**
     * Returns how many messages there are.
     *
     * @return their number
     */
    public int count() {
        return log().size();
    }

    /**
     * Counts messages by what they have in common, such as {@code SentMessage::ownId}, {@code SentMessage::to} or both.
     *
     * @param key returns it; messages for which it returns null are not counted
     * @param <K> its type
     * @return how many there are of each
     */
    public <K> Map<K, Integer> countBy(Function<? super SentMessage, ? extends @Nullable K> key) {
        Map<K, Integer> counts = new HashMap<>();
        for (SentMessage message : list()) {
            K of = key.apply(message);
            if (of != null) {
                counts.merge(of, 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * Tells a listener of every message from now on, until the fake is {@linkplain FakeCloud#reset reset}. It runs on
     * the fake's threads, several at once, before the call is replied to. What it throws is a {@linkplain
     * FakeCloud#defects defect}.
     *
     * @param listener the listener
     * @return these messages
     */
    public SentMessages onMessage(Consumer<? super SentMessage> listener) {
        Objects.requireNonNull(listener);
        log.onMessage(message -> listener.accept(of(message)));
        return this;
    }

    /** Shows how many there are. */
    @Override
    public String toString() {
        return "SentMessages[" + (keeps ? log.size() : "not kept") + "]";
    }
}

package io.github.alimsg.testing;

import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.messages.SentCall;
import io.github.alimsg.testing.products.Failures;
import io.github.alimsg.testing.receipts.PendingReceipts;
import io.github.alimsg.testing.receipts.Posted;
import io.github.alimsg.testing.receipts.ReceiptPoster;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

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
 * <p>There are receipts for {@code SendChatappMessage}, {@code SendChatappMassMessage}, {@code SendMessageToGlobe},
 * {@code BatchSendMessageToGlobe}, {@code SendMessageWithTemplate}, {@code SendSms} and {@code SendBatchSms}, whenever
 * they were accepted, even if the reply was cut or never came, and for products that the fake {@linkplain
 * SentMessages knows}. Nothing is posted to other hosts, and nothing without being told to. Thread-safe.
 */
public final class FakeReceipts {
    private final Failures failures;
    private final PendingReceipts pending;
    private final ReceiptPoster poster;

    FakeReceipts(FakeClock clock, Failures failures, int max) {
        this.failures = failures;
        this.pending = new PendingReceipts(clock, max);
        this.poster = new ReceiptPoster(pending, clock, max);
    }

    void accepted(SentCall sent) {
        pending.accepted(sent);
    }

    void clear() {
        failures.clear();
        pending.clear();
        poster.clear();
    }

    void close() {
        poster.close();
    }

    /**
     * Reports messages to a number as failed, including those that were already sent and not yet reported. The last call
     * for a number counts.
     *
     * @param number the number, as it is sent to
     * @param errorCode the error code, such as {@code 131026}
     * @return these receipts
     */
    public FakeReceipts fail(String number, String errorCode) {
        failures.fail(number, errorCode);
        return this;
    }

    /**
     * Reports messages to a number as failed, with a code of the product that has sent them. Messages of a product that
     * has no documented code for the reason arrive: a person whose chat window is closed still receives text messages.
     * {@link FailureReason#UNKNOWN} fails everywhere; with {@link FailureReason#EXPIRED} text messages expire.
     *
     * @param number the number, as it is sent to
     * @param reason why they fail
     * @return these receipts
     * @throws IllegalArgumentException when the reason is {@link FailureReason#NONE}
     */
    public FakeReceipts fail(String number, FailureReason reason) {
        failures.fail(number, reason);
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
    public FakeReceipts chatReply(String from, String to, String text) {
        pending.chatReply(from, to, text);
        return this;
    }

    /**
     * Simulates an inbound text message in mainland China.
     *
     * @param phoneNumber the sender
     * @param content the text
     * @return these receipts
     */
    public FakeReceipts smsReply(String phoneNumber, String content) {
        pending.smsReply(phoneNumber, content);
        return this;
    }

    /**
     * Adds your own receipt.
     *
     * @param kind the kind it is delivered with, such as {@code ChatAppInbound}
     * @param json a JSON object
     * @return these receipts
     * @throws IllegalArgumentException when it is not a JSON object, or there is no such kind
     */
    public FakeReceipts add(String kind, String json) {
        pending.add(kind, json);
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
        ReceiptPoster.requireLoopback(target);
        var how = new ReceiptDelivery();
        settings.accept(how);
        return posted(poster.deliver(target, how.settings()));
    }

    /**
     * Redelivers what was refused, in order. The service does so 1, 5 and 10 minutes after a refusal, and then gives
     * up; for {@code GlobeSmsReport} it skips the last attempt. If the fake's clock is a {@link ManualTime}, that clock
     * moves on; otherwise no time passes.
     *
     * @return what was posted; empty when nothing waits
     */
    public List<PostedReceipt> redeliver() {
        return posted(poster.redeliver());
    }

    private static List<PostedReceipt> posted(List<Posted> bodies) {
        return bodies.stream().map(PostedReceipt::new).toList();
    }

    /** How many wait, by stage. */
    @Override
    public String toString() {
        return "FakeReceipts[" + pending.size() + " waiting, " + poster.size() + " refused]";
    }
}

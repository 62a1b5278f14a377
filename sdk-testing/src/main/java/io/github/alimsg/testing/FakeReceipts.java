package io.github.alimsg.testing;

import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.messages.SentCall;
import io.github.alimsg.testing.products.Failures;
import io.github.alimsg.testing.products.JsonTrees;
import io.github.alimsg.testing.receipts.PendingReceipts;
import io.github.alimsg.testing.receipts.Posted;
import io.github.alimsg.testing.receipts.ReceiptPoster;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the service would post about the messages that were sent to {@link FakeCloud}: statuses of chat messages ({@code
 * Sent}, {@code Delivered}, {@code Read}, or {@code Failed}), reports on text messages, and what recipients write back.
 * They wait until a test delivers them, to a URL or into a {@linkplain FakeQueue queue}.
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
 * SentMessages knows}. Nothing is posted to other hosts unless {@link
 * FakeCloud.Builder#allowReceiptsTo allowed}, and nothing without being told to. Thread-safe.
 */
public final class FakeReceipts {
    private static final Map<String, String> FILE_TYPES =
            Map.of("IMAGE", "image/jpeg", "VIDEO", "video/mp4", "AUDIO", "audio/ogg", "DOCUMENT", "application/pdf");

    private final FakeClock clock;
    private final Failures failures;
    private final PendingReceipts pending;
    private final ReceiptPoster poster;

    FakeReceipts(FakeClock clock, Failures failures, int max, Set<String> hosts) {
        this.clock = clock;
        this.failures = failures;
        this.pending = new PendingReceipts(clock, max);
        this.poster = new ReceiptPoster(pending, clock, max, hosts);
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
        return add(of(kind, json));
    }

    /**
     * Adds a receipt to those that wait.
     *
     * @param receipt the receipt
     * @return these receipts
     */
    public FakeReceipts add(FakeReceipt receipt) {
        pending.add(receipt.receipt());
        return this;
    }

    /**
     * Decides what becomes of one message, and makes the receipt that says so, as of now. What {@link #fail} says about
     * its recipient no longer counts for it; queries and what {@link #deliver} posts agree with the last call.
     *
     * @param message the message
     * @param state {@code SENT}, {@code DELIVERED}, {@code READ} or {@code FAILED} for a chat message; {@code DELIVERED},
     *     {@code FAILED} or {@code EXPIRED} for a text message. It fails for an unknown reason
     * @return the receipt, which waits for nothing: {@link #post} or {@link #add} it
     * @throws IllegalArgumentException when the service has no such receipt
     */
    public FakeReceipt report(SentMessage message, DeliveryState state) {
        return new FakeReceipt(message.message().report(state, null, clock.now()));
    }

    /**
     * Has one message fail, as {@link #report(SentMessage, DeliveryState)} does.
     *
     * @param message the message
     * @param state {@code FAILED}
     * @param errorCode the error code, such as {@code 131026}
     * @return the receipt
     * @throws IllegalArgumentException when the service has no such receipt, or none with an error code
     */
    public FakeReceipt report(SentMessage message, DeliveryState state, String errorCode) {
        return new FakeReceipt(message.message().report(state, Objects.requireNonNull(errorCode), clock.now()));
    }

    /**
     * Makes the receipt of a text message that somebody writes in mainland China. Like the other methods that make
     * receipts, it adds none.
     *
     * @param phoneNumber the sender
     * @param content the text, such as {@code TD} or {@code STOP}
     * @return the receipt, {@code SmsUp}
     */
    public FakeReceipt smsText(String phoneNumber, String content) {
        return new FakeReceipt(pending.sms(phoneNumber, content));
    }

    /**
     * Makes the receipt of a text that somebody writes on a chat channel.
     *
     * @param from the sender
     * @param to the number or account that it is sent to
     * @param text the text
     * @return the receipt, {@code ChatAppInbound}
     */
    public FakeReceipt chatText(String from, String to, String text) {
        return new FakeReceipt(pending.inbound(from, to, "TEXT", text));
    }

    /**
     * Makes the receipt of a quick-reply button that somebody presses.
     *
     * @param from who presses it
     * @param to the number or account that has sent it
     * @param text its label
     * @param payload what the sender gave it; null for none
     * @return the receipt, {@code ChatAppInbound}
     */
    public FakeReceipt chatButton(String from, String to, String text, @Nullable String payload) {
        return chatContent(from, to, "REPLY", "text", text, "payload", payload);
    }

    /**
     * Makes the receipt of a row that somebody chooses from a list. The vendor does not document it: this is a button
     * whose payload is the row's id, with a description.
     *
     * @param from who chooses
     * @param to the number or account that has sent the list
     * @param id the row's id
     * @param title its title
     * @param description its description; null for none
     * @return the receipt, {@code ChatAppInbound}
     */
    public FakeReceipt chatListRow(String from, String to, String id, String title, @Nullable String description) {
        return chatContent(from, to, "REPLY", "text", title, "payload", id, "description", description);
    }

    /**
     * Makes the receipt of a location that somebody sends.
     *
     * @param from the sender
     * @param to the number or account that it is sent to
     * @param latitude degrees north
     * @param longitude degrees east
     * @param name its name; null for none
     * @param address its address; null for none
     * @return the receipt, {@code ChatAppInbound}
     */
    public FakeReceipt chatLocation(
            String from,
            String to,
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address) {
        return chatContent(
                from, to, "LOCATION", "address", address, "latitude", latitude, "longitude", longitude, "name", name);
    }

    /**
     * Makes the receipt of a file that somebody sends.
     *
     * @param from the sender
     * @param to the number or account that it is sent to
     * @param type {@code IMAGE}, {@code VIDEO}, {@code AUDIO} or {@code DOCUMENT}
     * @param link its address, such as one of a server of the test
     * @param caption what is written below an image, the name of any other file; null for none
     * @return the receipt, {@code ChatAppInbound}
     * @throws IllegalArgumentException when there is no such type
     */
    public FakeReceipt chatFile(String from, String to, String type, String link, @Nullable String caption) {
        String mimeType = FILE_TYPES.get(type);
        if (mimeType == null) {
            throw new IllegalArgumentException("there is no type " + type + "; there are " + FILE_TYPES.keySet());
        }
        String name = type.equals("IMAGE") ? "caption" : type.equals("VIDEO") ? "name" : "fileName";
        return chatContent(
                from,
                to,
                type,
                name,
                caption,
                "id",
                "file-1",
                "mimeType",
                mimeType,
                "url",
                Objects.requireNonNull(link));
    }

    private FakeReceipt chatContent(String from, String to, String type, @Nullable Object... members) {
        return new FakeReceipt(pending.inbound(from, to, type, JsonTrees.object(members)));
    }

    /**
     * Makes your own receipt.
     *
     * @param kind the kind it is delivered with, such as {@code ChatAppInbound}
     * @param json a JSON object
     * @return the receipt
     * @throws IllegalArgumentException when it is not a JSON object, or there is no such kind
     */
    public FakeReceipt of(String kind, String json) {
        return new FakeReceipt(PendingReceipts.receipt(kind, json));
    }

    /**
     * Posts one receipt, and leaves alone what waits.
     *
     * @param target the URL to post to, on this host
     * @param receipt the receipt
     * @return what was posted, and how it was answered
     * @throws IllegalArgumentException when the target is on another host that was not allowed
     */
    public PostedReceipt post(URI target, FakeReceipt receipt) {
        return post(target, List.of(receipt), settings -> {}).get(0);
    }

    /**
     * Posts receipts, and leaves alone what waits.
     *
     * @param target the URL to post to, on this host
     * @param receipts the receipts
     * @param settings sets which, in which order and how often
     * @return what was posted, in order
     * @throws IllegalArgumentException when the target is on another host that was not allowed
     */
    public List<PostedReceipt> post(URI target, List<FakeReceipt> receipts, Consumer<ReceiptDelivery> settings) {
        var how = new ReceiptDelivery();
        settings.accept(how);
        return posted(poster.deliver(
                target, receipts.stream().map(FakeReceipt::receipt).toList(), how.settings()));
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
        poster.requireAllowed(target);
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

    /**
     * Posts a body once more, at once, whether it was accepted or not. If it waits for {@link #redeliver()}, it no longer
     * does, unless it is refused again.
     *
     * @param posted what was posted
     * @return the same with the new answer, and one more attempt
     */
    public PostedReceipt redeliver(PostedReceipt posted) {
        return new PostedReceipt(poster.redeliver(posted.posted()));
    }

    /**
     * Puts what waits into a queue, each receipt as a message of its own, in order.
     *
     * @param queue the queue
     * @return how many messages there are
     */
    public int deliver(FakeQueue queue) {
        return deliver(queue, settings -> {});
    }

    /**
     * Puts what waits into a queue. Unlike bodies that are posted, a message has one receipt.
     *
     * @param queue the queue
     * @param settings sets what to deliver, in which order and how often
     * @return how many messages there are
     */
    public int deliver(FakeQueue queue, Consumer<ReceiptDelivery> settings) {
        var how = new ReceiptDelivery();
        settings.accept(how);
        List<FakeReceipt> receipts =
                pending.take(how.settings()).stream().map(FakeReceipt::new).toList();
        queue.put(receipts);
        return receipts.size();
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

package io.github.alimsg.testing.receipts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.messages.SentCall;
import io.github.alimsg.testing.products.CamsFacts;
import io.github.alimsg.testing.products.JsonTrees;
import io.github.alimsg.testing.products.MainlandSmsFacts;
import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.Receipt;
import io.github.alimsg.testing.products.ReceiptKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What waits to be delivered. Receipts of a call are made when they are taken, so that a test can say afterwards which
 * messages failed. Safe for any number of threads.
 */
public final class PendingReceipts {
    private final FakeClock clock;
    private final int max;

    /** Each makes the receipts of a call, or gives one that was made. */
    private final Deque<Supplier<List<Receipt>>> waiting = new ArrayDeque<>();

    private long lastId;

    /**
     * Nothing waits yet.
     *
     * @param max how many of the newest are kept; what a message has coming counts once
     */
    public PendingReceipts(FakeClock clock, int max) {
        this.clock = clock;
        this.max = max;
    }

    /** A call was accepted. */
    public void accepted(SentCall sent) {
        if (max == Integer.MAX_VALUE) {
            add(() -> receipts(sent));
        } else {
            sent.messages().forEach(message -> add(message::receipts));
        }
    }

    private static List<Receipt> receipts(SentCall sent) {
        return sent.messages().stream()
                .flatMap(message -> message.receipts().stream())
                .toList();
    }

    /** Somebody writes on a chat channel. */
    public void chatReply(String from, String to, String text) {
        add(inbound(from, to, "TEXT", text));
    }

    /** Somebody writes a text message. */
    public void smsReply(String phoneNumber, String content) {
        add(sms(phoneNumber, content));
    }

    /** What somebody writes on a chat channel; waits for nothing. */
    public synchronized Receipt inbound(String from, String to, String type, String message) {
        return CamsFacts.inbound("inbound-" + ++lastId, from, to, type, message, clock.sourceTime());
    }

    /** A text message that somebody writes; waits for nothing. */
    public synchronized Receipt sms(String phoneNumber, String content) {
        return MainlandSmsFacts.reply(++lastId, phoneNumber, content, clock.sourceTime());
    }

    /** A receipt in other words. @throws IllegalArgumentException when it is not a JSON object, or there is no such kind */
    public static Receipt receipt(String kind, String json) {
        ReceiptKind known = Products.receiptKind(kind);
        if (!(JsonTrees.read(json) instanceof ObjectNode object)) {
            throw new IllegalArgumentException("a receipt is a JSON object");
        }
        return new Receipt(known, object);
    }

    /** Has a receipt wait. */
    public void add(Receipt receipt) {
        add(() -> List.of(receipt));
    }

    private synchronized void add(Supplier<List<Receipt>> one) {
        waiting.add(one);
        if (waiting.size() > max) {
            waiting.remove();
        }
    }

    /** Takes receipts out, in the order and as often as they are to be delivered. */
    public List<Receipt> take(DeliverySettings how) {
        return how.arranged(take(how.kinds()));
    }

    /** Takes the receipts of some kinds out, in order. */
    synchronized List<Receipt> take(Set<ReceiptKind> kinds) {
        List<Receipt> taken = new ArrayList<>();
        List<Supplier<List<Receipt>>> left = new ArrayList<>();
        for (Supplier<List<Receipt>> one : waiting) {
            for (Receipt receipt : one.get()) {
                if (kinds.contains(receipt.kind())) {
                    taken.add(receipt);
                } else {
                    left.add(() -> List.of(receipt));
                }
            }
        }
        waiting.clear();
        left.forEach(this::add);
        return taken;
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** How many wait; a call or a message counts once. */
    public synchronized int size() {
        return waiting.size();
    }
}

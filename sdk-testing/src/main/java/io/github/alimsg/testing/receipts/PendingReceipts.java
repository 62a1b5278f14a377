package io.github.alimsg.testing.receipts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.receipts.FailureReason;
import io.github.alimsg.testing.gateway.Call;
import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.gateway.WireReply;
import io.github.alimsg.testing.products.CamsFacts;
import io.github.alimsg.testing.products.JsonTrees;
import io.github.alimsg.testing.products.MainlandSmsFacts;
import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.Receipt;
import io.github.alimsg.testing.products.ReceiptKind;
import io.github.alimsg.testing.products.Sending;
import io.github.alimsg.testing.products.SentMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be delivered. Receipts of a call are made when they are taken, so that a test can say afterwards which
 * messages failed. Safe for any number of threads.
 */
public final class PendingReceipts {
    private final FakeClock clock;
    private final Function<Map<String, String>, @Nullable String> templateError;
    private final boolean keep;

    /** By recipient: the code that messages fail with, which may depend on what has sent them. */
    private final Map<String, Function<Sending, @Nullable String>> errors = new HashMap<>();

    /** Each makes the receipts of a call, or gives one that was made. */
    private final List<Supplier<List<Receipt>>> waiting = new ArrayList<>();

    private long lastId;

    /**
     * Nothing waits yet.
     *
     * @param templateError the error of a message whose template is to blame, by the parameters of its call
     * @param keep whether calls are kept at all
     */
    public PendingReceipts(
            FakeClock clock, Function<Map<String, String>, @Nullable String> templateError, boolean keep) {
        this.clock = clock;
        this.templateError = templateError;
        this.keep = keep;
    }

    /** A call was accepted. */
    public void accepted(Call call, WireReply reply) {
        Sending how = keep ? Products.sending(call.operation()) : null;
        if (how != null) {
            String templateFault = templateError.apply(call.parameters());
            add(() -> receipts(how, call, reply, templateFault));
        }
    }

    /** Has messages to a recipient fail. */
    public void fail(String recipient, String error) {
        Objects.requireNonNull(error);
        fail(recipient, how -> error);
    }

    /** Has messages to a recipient fail where a code says so. @throws IllegalArgumentException when it is no failure */
    public void fail(String recipient, FailureReason reason) {
        if (reason == FailureReason.NONE) {
            throw new IllegalArgumentException("NONE is not a failure");
        }
        Objects.requireNonNull(reason);
        fail(recipient, how -> how.errorCodes().get(reason));
    }

    private synchronized void fail(String recipient, Function<Sending, @Nullable String> error) {
        errors.put(Objects.requireNonNull(recipient), error);
    }

    /** Somebody writes on a chat channel. */
    public synchronized void chatReply(String from, String to, String text) {
        add(CamsFacts.inbound("inbound-" + ++lastId, from, to, text, clock.sourceTime()));
    }

    /** Somebody writes a text message. */
    public synchronized void smsReply(String phoneNumber, String content) {
        add(MainlandSmsFacts.reply(++lastId, phoneNumber, content, clock.sourceTime()));
    }

    /** Adds a receipt. @throws IllegalArgumentException when it is not a JSON object, or there is no such kind */
    public void add(String kind, String json) {
        ReceiptKind known = Products.receiptKind(kind);
        if (!(JsonTrees.read(json) instanceof ObjectNode object)) {
            throw new IllegalArgumentException("a receipt is a JSON object");
        }
        add(new Receipt(known, object));
    }

    private void add(Receipt receipt) {
        add(() -> List.of(receipt));
    }

    private synchronized void add(Supplier<List<Receipt>> one) {
        waiting.add(one);
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
        waiting.addAll(left);
        return taken;
    }

    /** The receipts of a call in their order; none when its reply was no success. */
    private List<Receipt> receipts(Sending how, Call call, WireReply reply, @Nullable String templateFault) {
        JsonNode answer = JsonTrees.read(reply.text());
        if (reply.status() != 200 || !Products.isSuccess(answer)) {
            return List.of();
        }
        String id = answer.path(how.idField()).asText("unnamed-" + call.sequence());
        List<Receipt> receipts = new ArrayList<>();
        for (String recipient : how.recipientsOf(call.parameters())) {
            Function<Sending, @Nullable String> error = errors.get(recipient);
            receipts.addAll(how.receipts()
                    .apply(new SentMessage(
                            id,
                            recipient,
                            error == null ? templateFault : error.apply(how),
                            call.receivedAt(),
                            call.parameters())));
        }
        return receipts;
    }

    public synchronized void clear() {
        waiting.clear();
        errors.clear();
    }

    /** How many wait, calls counted once. */
    public synchronized int size() {
        return waiting.size();
    }
}

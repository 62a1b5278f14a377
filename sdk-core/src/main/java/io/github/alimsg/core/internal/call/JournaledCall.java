package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A call as a journal sees it. */
final class JournaledCall implements CallJournal.Call {
    private final Operation<?, ?> of;
    private final Product product;
    private final Duration timeout;
    private final Map<String, DecodedParams.Encoded> params;

    /**
     * Creates it.
     *
     * @param of the operation
     * @param product the API that it belongs to
     * @param timeout how long the call may take in total
     * @param params its parameters, as they are sent
     */
    JournaledCall(Operation<?, ?> of, Product product, Duration timeout, EncodedParams params) {
        this.of = of;
        this.product = product;
        this.timeout = timeout;
        this.params = DecodedParams.find(params);
    }

    @Override
    public String operation() {
        return of.name();
    }

    @Override
    public Effect effect() {
        return of.effect();
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public @Nullable String ownIdName() {
        return of.ownId();
    }

    @Override
    public @Nullable String ownId() {
        DecodedParams.Encoded id = of.ownId() == null ? null : params.get(of.ownId());
        return id == null || id.isEmpty() ? null : id.text();
    }

    @Override
    public List<OutgoingMessage> messages() {
        MessageFacts facts = of.messages();
        return facts == null ? List.of() : facts.messages(of, DecodedParams.texts(params), product.homeNumbers());
    }

    @Override
    public int messageCount() {
        MessageFacts facts = of.messages();
        return facts == null
                ? 0
                : Math.max(1, facts.recipients(DecodedParams.texts(params)).size());
    }

    /**
     * Lengths keep names and values apart; an empty parameter is the same as none, as only one signature sends it. How a
     * parameter is encoded, and where it is sent, make no difference: fingerprints are kept for longer than that stays.
     */
    @Override
    public byte[] digest() {
        Map<String, DecodedParams.Encoded> inOrder = new TreeMap<>(params);
        inOrder.values().removeIf(DecodedParams.Encoded::isEmpty);
        if (of.ownId() != null) {
            inOrder.remove(of.ownId());
        }
        int longest = inOrder.values().stream()
                .mapToInt(DecodedParams.Encoded::length)
                .max()
                .orElse(0);
        byte[] value = new byte[longest];
        MessageDigest digest = sha256();
        update(digest, of.name());
        inOrder.forEach((name, encoded) -> {
            update(digest, name);
            update(digest, value, encoded.decode(value));
        });
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        update(digest, bytes, bytes.length);
    }

    private static void update(MessageDigest digest, byte[] bytes, int length) {
        digest.update((length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes, 0, length);
    }

    /** Shows the operation only: parameters may be personal. */
    @Override
    public String toString() {
        return "JournaledCall[" + of.name() + "]";
    }
}

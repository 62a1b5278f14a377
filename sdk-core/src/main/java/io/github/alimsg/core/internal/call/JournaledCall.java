package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A call as a journal sees it.
 *
 * @param of the operation
 * @param product the API that it belongs to
 * @param timeout how long the call may take in total
 * @param params its parameters by name, as they are sent
 */
record JournaledCall(Operation<?, ?> of, Product product, Duration timeout, Map<String, String> params)
        implements CallJournal.Call {

    JournaledCall(Operation<?, ?> of, Product product, Duration timeout, EncodedParams params) {
        this(of, product, timeout, new TreeMap<>(DecodedParams.of(params)));
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
    public @Nullable String ownIdName() {
        return of.ownId();
    }

    @Override
    public @Nullable String ownId() {
        String name = of.ownId();
        String id = name == null ? null : params.get(name);
        return id == null || id.isEmpty() ? null : id;
    }

    @Override
    public List<OutgoingMessage> messages() {
        MessageFacts facts = of.messages();
        return facts == null ? List.of() : facts.messages(of, params, product.homeNumbers());
    }

    /** Lengths keep names and values apart; an empty parameter is the same as none, as only one signature sends it. */
    @Override
    public byte[] digest() {
        var out = new ByteArrayOutputStream();
        write(out, of.name());
        params.forEach((name, value) -> {
            if (!value.isEmpty() && !name.equals(of.ownId())) {
                write(out, name);
                write(out, value);
            }
        });
        return DigestUtils.sha256(out.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
    }

    /** Shows the operation only: parameters may be personal. */
    @Override
    public String toString() {
        return "JournaledCall[" + of.name() + "]";
    }
}

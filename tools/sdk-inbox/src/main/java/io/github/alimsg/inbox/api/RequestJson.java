package io.github.alimsg.inbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.core.Signature;
import io.github.alimsg.inbox.json.Json;
import io.github.alimsg.testing.Fault;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.ReceivedRequest;
import io.github.alimsg.testing.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the Request of openapi.json. Keys that are not the inbox's own are cut, and so are long texts. */
final class RequestJson {
    private static final int MAX_TEXT = 64 * 1024;
    private static final int SHOWN = 4;
    private static final Set<String> WRONG_SIGNATURE =
            Set.of("SignatureDoesNotMatch", "IncompleteSignature", "InvalidSignatureMethod");

    private final Set<String> ownKeys;

    /**
     * For a fake.
     *
     * @param ownKeys the ids of keys that may be shown
     */
    RequestJson(Set<String> ownKeys) {
        this.ownKeys = ownKeys;
    }

    /** The Request, without attempt and ownId. */
    ObjectNode of(ReceivedRequest request) {
        ReceivedCall call = request.call();
        Reply reply = request.reply();
        ObjectNode json = Json.object().put("sequence", request.sequence());
        Json.put(json, "at", call == null ? Instant.now() : call.receivedAt());
        json.put("accepted", call != null && call.accepted());
        if (reply != null) {
            json.put("status", reply.status());
        }
        if (!request.faults().isEmpty()) {
            json.put(
                    "fault",
                    String.join(", ", request.faults().stream().map(Fault::kind).toList()));
        }
        UnaryOperator<String> safe = call == null ? text -> text : hider(call);
        json.put("method", request.method())
                .put("target", call == null ? path(request.target()) : shortened(json, safe.apply(request.target())));
        json.set("headers", call == null ? Json.object() : texts(json, request.headers(), safe));
        json.set("parameters", call == null ? Json.object() : texts(json, call.parameters(), safe));
        if (call != null) {
            call(json, call, safe);
            if (!call.accepted()) {
                json.set("numbers", Recipients.of(call.parameters()));
            }
        }
        json.set("signature", signature(json, call, safe));
        if (reply != null) {
            json.put("answer", shortened(json, safe.apply(reply.body())));
        }
        return json;
    }

    private static String path(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    private static void call(ObjectNode json, ReceivedCall call, UnaryOperator<String> safe) {
        json.put("operation", call.operation()).put("version", call.version());
        Json.put(json, "product", KnownProducts.of(call.operation()));
        Json.put(json, "refusalCode", call.refusalCode());
        String reason = call.refusalReason();
        Json.put(json, "reason", reason == null ? null : safe.apply(reason));
    }

    private static ObjectNode signature(ObjectNode json, @Nullable ReceivedCall call, UnaryOperator<String> safe) {
        ObjectNode signature = Json.object();
        if (call == null || call.signature() == null) {
            return signature.put("right", false);
        }
        String refusal = call.refusalCode();
        boolean wrong = refusal != null && WRONG_SIGNATURE.contains(refusal);
        signature.put("kind", call.signature() == Signature.RPC_1_0 ? "HMAC-SHA1" : "ACS3-HMAC-SHA256");
        signature.put("right", !wrong);
        if (wrong) {
            String reason = call.refusalReason();
            Json.put(signature, "reason", reason == null ? null : safe.apply(reason));
            String expected = call.expectedStringToSign();
            Json.put(signature, "expected", expected == null ? null : shortened(json, safe.apply(expected)));
            String received = call.receivedStringToSign();
            Json.put(signature, "received", received == null ? null : shortened(json, safe.apply(received)));
        }
        return signature;
    }

    /** Hides a key that may be a real one, and a token. */
    private UnaryOperator<String> hider(ReceivedCall call) {
        String id = call.accessKeyId();
        boolean foreign = id != null && !call.accepted() && !ownKeys.contains(id);
        String header = call.header("x-acs-security-token");
        String query = call.query().get("SecurityToken");
        String token =
                header != null ? header : query != null ? query : call.form().get("SecurityToken");
        return text -> cut(cut(text, foreign ? id : null), token);
    }

    private static String cut(String text, @Nullable String secret) {
        return secret == null || secret.length() <= SHOWN
                ? text
                : text.replace(secret, secret.substring(0, SHOWN) + "…");
    }

    private static ObjectNode texts(ObjectNode json, Map<String, String> texts, UnaryOperator<String> safe) {
        ObjectNode all = Json.object();
        texts.forEach((name, value) -> all.put(name, shortened(json, safe.apply(value))));
        return all;
    }

    private static String shortened(ObjectNode json, String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        json.put("truncated", true);
        return text.substring(0, MAX_TEXT);
    }
}

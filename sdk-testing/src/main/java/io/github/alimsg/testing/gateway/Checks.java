package io.github.alimsg.testing.gateway;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call must pass before it reaches a stub: address, operation, signature, key, clock, nonce, limits. */
final class Checks {
    /** What the metadata of nearly every operation lists. */
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final Catalog catalog;
    private final Limits limits;
    private final Set<String> anonymous;
    private final SignatureCheck signatures;
    private final NonceMemory nonces;

    Checks(Catalog catalog, Keys keys, Limits limits, GatewaySettings settings) {
        this.catalog = catalog;
        this.limits = limits;
        this.anonymous = settings.anonymous();
        this.nonces = new NonceMemory(settings.nonces());
        this.signatures = new SignatureCheck(keys);
    }

    void forgetNonces() {
        nonces.clear();
    }

    /** Why a call is refused at this moment; null when it may pass, which then has used up its nonce and its turn. */
    @Nullable
    Refusal refusal(WireRequest request, Call call, Instant now) {
        if (!METHODS.contains(request.method())) {
            return new Refusal(400, "UnsupportedHTTPMethod", "This http method is not supported.");
        }
        if (!request.path().equals("/")) {
            return new Refusal(
                    404, "InvalidApi.NotFound", "Specified api is not found, please check your url and method.");
        }
        if (call.version().isEmpty()) {
            return Refusal.missing("Version");
        }
        Refusal refusal = catalog.refusal(call.operation(), call.version());
        if (refusal == null && !(call.claim().kind() == null && anonymous.contains(call.operation()))) {
            refusal = signatures.refusal(request, call.claim(), now);
            String nonce = call.claim().nonce();
            if (refusal == null && nonce != null && !nonces.isNew(nonce, now)) {
                refusal = new Refusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.")
                        .because("an earlier call has the same nonce; each attempt needs a new one");
            }
        }
        if (refusal == null) {
            Catalog.Known known = catalog.find(call.operation(), call.version());
            refusal = limits.refusal(call.operation(), known == null ? null : known.operation(), now);
        }
        return refusal;
    }
}

package io.github.alimsg.testing.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The products' APIs, at every path that is not another service's. */
final class ApiService implements Service {
    private final Checks checks;
    private final Replies replies;

    ApiService(Checks checks, Replies replies) {
        this.checks = checks;
        this.replies = replies;
    }

    @Override
    public boolean serves(String path) {
        return true;
    }

    @Override
    public Set<String> operations() {
        return Set.of();
    }

    @Override
    public SignatureClaim claim(WireRequest request) {
        return SignatureClaim.of(request);
    }

    @Override
    public Refusal noOperation() {
        return Refusal.missing("Action");
    }

    @Override
    public @Nullable Refusal refusal(WireRequest request, Call call, Instant now) {
        return checks.refusal(request, call, now);
    }

    @Override
    public WireReply success(Call call, ObjectNode fields) {
        return replies.success(call, fields);
    }

    @Override
    public WireReply businessFailure(Call call, String code, String message) {
        return replies.businessFailure(call, code, message);
    }

    @Override
    public WireReply denial(Call call, String action) {
        return replies.denial(call, action);
    }

    @Override
    public String requestIdHeader() {
        return Replies.REQUEST_ID;
    }

    @Override
    public WireReply refusal(Refusal refusal, String host, boolean xmlWanted) {
        return replies.refusal(refusal, host, xmlWanted);
    }
}

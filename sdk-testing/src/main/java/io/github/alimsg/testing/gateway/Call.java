package io.github.alimsg.testing.gateway;

import io.github.alimsg.testing.gateway.PercentCoding.Pair;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that names an operation, be it accepted or refused. Immutable. */
public final class Call {
    private static final Set<String> OF_RPC = Set.of(
            "Action",
            "Version",
            "Format",
            "Timestamp",
            "AccessKeyId",
            "SecurityToken",
            "Signature",
            "SignatureMethod",
            "SignatureNonce",
            "SignatureVersion");

    private final WireRequest request;
    private final SignatureClaim claim;
    private final String operation;
    private final Map<String, String> query;
    private final Map<String, String> form;
    private final Map<String, String> parameters;
    private final long sequence;
    private final int connection;
    private final Instant receivedAt;
    private final @Nullable Refusal refusal;

    Call(
            WireRequest request,
            SignatureClaim claim,
            String operation,
            long sequence,
            int connection,
            Instant receivedAt) {
        this.request = request;
        this.claim = claim;
        this.operation = operation;
        this.query = map(request.query());
        this.form = map(request.form());
        this.parameters = merged(SignatureClaim.inHeaders(request) ? Set.of() : OF_RPC, query, form);
        this.sequence = sequence;
        this.connection = connection;
        this.receivedAt = receivedAt;
        this.refusal = null;
    }

    private Call(Call accepted, Refusal refusal) {
        this.request = accepted.request;
        this.claim = accepted.claim;
        this.operation = accepted.operation;
        this.query = accepted.query;
        this.form = accepted.form;
        this.parameters = accepted.parameters;
        this.sequence = accepted.sequence;
        this.connection = accepted.connection;
        this.receivedAt = accepted.receivedAt;
        this.refusal = refusal;
    }

    private static Map<String, String> map(List<Pair> pairs) {
        var map = new LinkedHashMap<String, String>();
        for (Pair pair : pairs) {
            map.putIfAbsent(pair.name(), pair.value());
        }
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, String> merged(
            Set<String> without, Map<String, String> query, Map<String, String> form) {
        var all = new LinkedHashMap<>(query);
        form.forEach(all::putIfAbsent);
        all.keySet().removeAll(without);
        return Collections.unmodifiableMap(all);
    }

    Call refusedWith(Refusal refusal) {
        return new Call(this, refusal);
    }

    public String operation() {
        return operation;
    }

    /** The version of the API; empty when the request has none. */
    public String version() {
        return claim.version() == null ? "" : claim.version();
    }

    /** What the request claims about its signature. */
    public SignatureClaim claim() {
        return claim;
    }

    /** When the caller says that it signed; null when it does not say so, or not in the right form. */
    public @Nullable Instant signedAt() {
        return claim.timestamp() == null ? null : SignatureCheck.parseTime(claim.timestamp());
    }

    /** The request that makes it. */
    public WireRequest request() {
        return request;
    }

    /** The operation's own parameters of query and form, in order. */
    public Map<String, String> parameters() {
        return parameters;
    }

    public Map<String, String> query() {
        return query;
    }

    public Map<String, String> form() {
        return form;
    }

    /** Values by lower-case name. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(request.headers());
    }

    /** Host and port; empty when the request has none. */
    public String host() {
        return request.headers().getOrDefault("host", "");
    }

    /** Its number among all requests, from 1 on. */
    public long sequence() {
        return sequence;
    }

    /** The number of the connection that brought it, from 0 on. */
    public int connection() {
        return connection;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Why the gateway turned the call away; null when it was accepted. */
    public @Nullable String refusalCode() {
        return refusal == null ? null : refusal.code();
    }

    /** The same for a developer; null when the call was accepted. */
    public @Nullable Diagnosis diagnosis() {
        return refusal == null ? null : refusal.diagnosis();
    }

    /** Shows names, never values. */
    @Override
    public String toString() {
        return operation + parameters.keySet() + (refusal == null ? "" : " refused: " + refusal.code());
    }
}

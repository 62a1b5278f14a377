package io.github.alimsg.testing;

import io.github.alimsg.core.Signature;
import io.github.alimsg.testing.PercentCoding.Pair;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call that {@link FakeCloud} received: a request that names an operation, whether accepted or refused. Immutable.
 * Its {@code toString} shows the names of parameters and never their values, so it may be logged.
 */
public final class ReceivedCall {
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
    private final @Nullable String refusalCode;

    ReceivedCall(
            WireRequest request,
            SignatureClaim claim,
            String operation,
            long sequence,
            int connection,
            Instant receivedAt,
            @Nullable String refusalCode) {
        this.request = request;
        this.claim = claim;
        this.operation = operation;
        this.query = map(request.query());
        this.form = map(request.form());
        this.parameters = merged(SignatureClaim.inHeaders(request) ? Set.of() : OF_RPC, query, form);
        this.sequence = sequence;
        this.connection = connection;
        this.receivedAt = receivedAt;
        this.refusalCode = refusalCode;
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

    ReceivedCall refusedWith(String code) {
        return new ReceivedCall(request, claim, operation, sequence, connection, receivedAt, code);
    }

    /**
     * Returns the operation's name at the service.
     *
     * @return such as {@code SendSms}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the version of the API that is called.
     *
     * @return such as {@code 2017-05-25}; empty when the request has none
     */
    public String version() {
        return claim.version() == null ? "" : claim.version();
    }

    /**
     * Returns the host from the {@code Host} header.
     *
     * @return host and port; empty when the request has none
     */
    public String host() {
        return request.headers().getOrDefault("host", "");
    }

    /**
     * Returns the operation's own parameters of query and form, in order and decoded. Parameters of the RPC 1.0
     * protocol are left out, so that calls look the same whatever their signature.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> parameters() {
        return parameters;
    }

    /**
     * Returns one of the operation's own parameters.
     *
     * @param name its name at the service
     * @return its decoded value; null when it was not sent
     */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /**
     * Returns all parameters of the query, in order and decoded. Of equal names the first counts.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> query() {
        return query;
    }

    /**
     * Returns all parameters of a form body, in order and decoded. Of equal names the first counts.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> form() {
        return form;
    }

    /**
     * Returns the request's headers. Several values of one name are joined by commas.
     *
     * @return values by lower-case name, unmodifiable
     */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(request.headers());
    }

    /**
     * Returns one of the request's headers.
     *
     * @param name its name in any case
     * @return its value; null when it was not sent
     */
    public @Nullable String header(String name) {
        return request.header(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the signature's nonce.
     *
     * @return the nonce; null when the request has none
     */
    public @Nullable String nonce() {
        return claim.nonce();
    }

    /**
     * Returns the time at which the caller says it signed.
     *
     * @return the time in the request; null when there is none, or it cannot be read
     */
    public @Nullable Instant signedAt() {
        return claim.timestamp() == null ? null : SignatureCheck.parseTime(claim.timestamp());
    }

    /**
     * Returns when the fake received the call, by its own clock.
     *
     * @return the time
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * Returns how the call is signed.
     *
     * @return the kind of signature; null when there is none
     */
    public @Nullable Signature signature() {
        return claim.kind();
    }

    /**
     * Returns the id of the access key that signed.
     *
     * @return the id; null when the call is not signed
     */
    public @Nullable String accessKeyId() {
        return claim.accessKeyId();
    }

    /**
     * Returns whether the call has a security token, as calls with temporary credentials do.
     *
     * @return whether there is one
     */
    public boolean hasSecurityToken() {
        return claim.securityToken() != null;
    }

    /**
     * Returns the connection that carried the call.
     *
     * @return its number, from 0
     */
    public int connection() {
        return connection;
    }

    /**
     * Returns the order of arrival among all HTTP requests.
     *
     * @return its number, from 1
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Returns whether the gateway let the call through. It did not if signature, clock, nonce or key were wrong, the
     * operation is unknown, or the call was throttled: then nothing was done.
     *
     * @return whether it was let through, whatever the reply then was
     */
    public boolean accepted() {
        return refusalCode == null;
    }

    /**
     * Returns why the gateway refused the call.
     *
     * @return the code, such as {@code SignatureDoesNotMatch}; null when it was accepted
     */
    public @Nullable String refusalCode() {
        return refusalCode;
    }

    /** Shows names, never values. */
    @Override
    public String toString() {
        return operation + parameters.keySet() + (refusalCode == null ? "" : " refused: " + refusalCode);
    }
}

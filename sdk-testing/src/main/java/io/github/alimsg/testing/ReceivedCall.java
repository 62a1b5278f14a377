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
 * A call that {@link FakeCloud} received: a request that names an operation, be it accepted or refused. Immutable. Its
 * {@code toString} shows the names of parameters and never their values, so that it may stand in logs.
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
     * The operation's name at the service.
     *
     * @return such as {@code SendSms}
     */
    public String operation() {
        return operation;
    }

    /**
     * The version of the API that is called.
     *
     * @return such as {@code 2017-05-25}; empty when the request has none
     */
    public String version() {
        return claim.version() == null ? "" : claim.version();
    }

    /**
     * The host that the request is addressed to, as its {@code Host} header says.
     *
     * @return host and port; empty when the request has none
     */
    public String host() {
        return request.headers().getOrDefault("host", "");
    }

    /**
     * The operation's own parameters of query and form, in order and decoded. What belongs to the RPC 1.0 protocol is
     * left out, so that calls look alike whatever their signature.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> parameters() {
        return parameters;
    }

    /**
     * One of the operation's own parameters.
     *
     * @param name its name at the service
     * @return its decoded value; null when it was not sent
     */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /**
     * All that stands in the query, in order and decoded. Of equal names the first counts.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> query() {
        return query;
    }

    /**
     * All that stands in a form body, in order and decoded. Of equal names the first counts.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> form() {
        return form;
    }

    /**
     * The request's headers. Several values of one name are joined by commas.
     *
     * @return values by lower-case name, unmodifiable
     */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(request.headers());
    }

    /**
     * One of the request's headers.
     *
     * @param name its name in any case
     * @return its value; null when it was not sent
     */
    public @Nullable String header(String name) {
        return request.header(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The signature's nonce.
     *
     * @return the nonce; null when the request has none
     */
    public @Nullable String nonce() {
        return claim.nonce();
    }

    /**
     * When the caller says that it signed.
     *
     * @return the time in the request; null when there is none, or it cannot be read
     */
    public @Nullable Instant signedAt() {
        return claim.timestamp() == null ? null : SignatureCheck.parseTime(claim.timestamp());
    }

    /**
     * When the fake received the call, by its own clock.
     *
     * @return the time
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * How the call is signed.
     *
     * @return the kind of signature; null when there is none
     */
    public @Nullable Signature signature() {
        return claim.kind();
    }

    /**
     * Who signed.
     *
     * @return the access key's id; null when the call is not signed
     */
    public @Nullable String accessKeyId() {
        return claim.accessKeyId();
    }

    /**
     * Whether a security token came along, as it does with temporary credentials.
     *
     * @return whether there is one
     */
    public boolean hasSecurityToken() {
        return claim.securityToken() != null;
    }

    /**
     * The connection that brought the call.
     *
     * @return its number, from 0 on
     */
    public int connection() {
        return connection;
    }

    /**
     * The order of arrival among all HTTP requests.
     *
     * @return its number, from 1 on
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Whether the gateway let the call through. It did not when signature, clock, nonce or key were wrong, the operation
     * is unknown, or the call was throttled: then nothing was done for it.
     *
     * @return whether it was let through; how it was answered then is another matter
     */
    public boolean accepted() {
        return refusalCode == null;
    }

    /**
     * Why the gateway turned the call away.
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

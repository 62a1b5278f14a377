package io.github.alimsg.testing;

import io.github.alimsg.core.Signature;
import io.github.alimsg.testing.gateway.Call;
import io.github.alimsg.testing.gateway.Diagnosis;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that {@link FakeCloud} received: a request that names an operation, whether accepted or refused. Immutable.
 * Its {@code toString} shows the names of parameters and never their values, so it may be logged.
 */
public final class ReceivedCall {
    private final Call call;

    ReceivedCall(Call call) {
        this.call = call;
    }

    /**
     * Returns the operation's name at the service.
     *
     * @return such as {@code SendSms}
     */
    public String operation() {
        return call.operation();
    }

    /**
     * Returns the version of the API that is called.
     *
     * @return such as {@code 2017-05-25}; empty when the request has none
     */
    public String version() {
        return call.version();
    }

    /**
     * Returns the host from the {@code Host} header.
     *
     * @return host and port; empty when the request has none
     */
    public String host() {
        return call.host();
    }

    /**
     * Returns the operation's own parameters of query and form, in order and decoded. Parameters of the RPC 1.0
     * protocol are left out, so that calls look the same whatever their signature.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> parameters() {
        return call.parameters();
    }

    /**
     * Returns one of the operation's own parameters.
     *
     * @param name its name at the service
     * @return its decoded value; null when it was not sent
     */
    public @Nullable String parameter(String name) {
        return call.parameters().get(name);
    }

    /**
     * Returns all parameters of the query, in order and decoded. Of equal names the first counts.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> query() {
        return call.query();
    }

    /**
     * Returns all parameters of a form body, in order and decoded. Of equal names the first counts.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> form() {
        return call.form();
    }

    /**
     * Returns the request's headers. Several values of one name are joined by commas.
     *
     * @return values by lower-case name, unmodifiable
     */
    public Map<String, String> headers() {
        return call.headers();
    }

    /**
     * Returns one of the request's headers.
     *
     * @param name its name in any case
     * @return its value; null when it was not sent
     */
    public @Nullable String header(String name) {
        return call.headers().get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the signature's nonce.
     *
     * @return the nonce; null when the request has none
     */
    public @Nullable String nonce() {
        return call.claim().nonce();
    }

    /**
     * Returns the time at which the caller says it signed.
     *
     * @return the time in the request; null when there is none, or it cannot be read
     */
    public @Nullable Instant signedAt() {
        return call.signedAt();
    }

    /**
     * Returns when the fake received the call, by its own clock.
     *
     * @return the time
     */
    public Instant receivedAt() {
        return call.receivedAt();
    }

    /**
     * Returns how the call is signed.
     *
     * @return the kind of signature; null when there is none, and for calls to queues, whose signature is another
     */
    public @Nullable Signature signature() {
        return call.claim().kind();
    }

    /**
     * Returns the id of the access key that signed.
     *
     * @return the id; null when the call is not signed
     */
    public @Nullable String accessKeyId() {
        return call.claim().accessKeyId();
    }

    /**
     * Returns whether the call has a security token, as calls with temporary credentials do.
     *
     * @return whether there is one
     */
    public boolean hasSecurityToken() {
        return call.claim().securityToken() != null;
    }

    /**
     * Returns the connection that carried the call.
     *
     * @return its number, from 0
     */
    public int connection() {
        return call.connection();
    }

    /**
     * Returns the order of arrival among all HTTP requests.
     *
     * @return its number, from 1
     */
    public long sequence() {
        return call.sequence();
    }

    /**
     * Returns whether the gateway let the call through. It did not if signature, clock, nonce or key were wrong, the
     * operation is unknown, or the call was throttled: then nothing was done.
     *
     * @return whether it was let through, whatever the reply then was
     */
    public boolean accepted() {
        return call.refusalCode() == null;
    }

    /**
     * Returns why the gateway refused the call.
     *
     * @return the code, such as {@code SignatureDoesNotMatch}; null when it was accepted
     */
    public @Nullable String refusalCode() {
        return call.refusalCode();
    }

    /**
     * Returns why the gateway refused the call, in words for the developer of the caller. It has no secret, no personal
     * data, and only the first four characters of an access key that is not accepted. Of a signature that does not match
     * it says which of the usual mistakes would give it, if one does.
     *
     * @return the reason; null when the call was accepted
     */
    public @Nullable String refusalReason() {
        Diagnosis diagnosis = call.diagnosis();
        return diagnosis == null ? null : diagnosis.reason();
    }

    /**
     * Returns what the gateway has signed to check the signature. May contain personal data.
     *
     * @return the canonical request of ACS3-HMAC-SHA256, the string to sign of RPC 1.0; null unless the call was refused
     *     because they differ
     */
    public @Nullable String expectedStringToSign() {
        Diagnosis diagnosis = call.diagnosis();
        return diagnosis == null ? null : diagnosis.expected();
    }

    /**
     * Returns what the caller has signed, where the signature gives it away. May contain personal data.
     *
     * @return the same form as {@link #expectedStringToSign()}; null when it is not known
     */
    public @Nullable String receivedStringToSign() {
        Diagnosis diagnosis = call.diagnosis();
        return diagnosis == null ? null : diagnosis.received();
    }

    /** Shows names, never values. */
    @Override
    public String toString() {
        return call.toString();
    }
}

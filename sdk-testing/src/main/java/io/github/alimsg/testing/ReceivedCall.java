package io.github.alimsg.testing;

import io.github.alimsg.core.Signature;
import io.github.alimsg.testing.gateway.Call;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that {@link FakeCloud} received: a request that names an operation, be it accepted or refused. Immutable. Its
 * {@code toString} shows the names of parameters and never their values, so that it may stand in logs.
 */
public final class ReceivedCall {
    private final Call call;

    ReceivedCall(Call call) {
        this.call = call;
    }

    /**
     * The operation's name at the service.
     *
     * @return such as {@code SendSms}
     */
    public String operation() {
        return call.operation();
    }

    /**
     * The version of the API that is called.
     *
     * @return such as {@code 2017-05-25}; empty when the request has none
     */
    public String version() {
        return call.version();
    }

    /**
     * The host that the request is addressed to, as its {@code Host} header says.
     *
     * @return host and port; empty when the request has none
     */
    public String host() {
        return call.host();
    }

    /**
     * The operation's own parameters of query and form, in order and decoded. What belongs to the RPC 1.0 protocol is
     * left out, so that calls look alike whatever their signature.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> parameters() {
        return call.parameters();
    }

    /**
     * One of the operation's own parameters.
     *
     * @param name its name at the service
     * @return its decoded value; null when it was not sent
     */
    public @Nullable String parameter(String name) {
        return call.parameters().get(name);
    }

    /**
     * All that stands in the query, in order and decoded. Of equal names the first counts.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> query() {
        return call.query();
    }

    /**
     * All that stands in a form body, in order and decoded. Of equal names the first counts.
     *
     * @return values by name, unmodifiable
     */
    public Map<String, String> form() {
        return call.form();
    }

    /**
     * The request's headers. Several values of one name are joined by commas.
     *
     * @return values by lower-case name, unmodifiable
     */
    public Map<String, String> headers() {
        return call.headers();
    }

    /**
     * One of the request's headers.
     *
     * @param name its name in any case
     * @return its value; null when it was not sent
     */
    public @Nullable String header(String name) {
        return call.headers().get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * The signature's nonce.
     *
     * @return the nonce; null when the request has none
     */
    public @Nullable String nonce() {
        return call.claim().nonce();
    }

    /**
     * When the caller says that it signed.
     *
     * @return the time in the request; null when there is none, or it cannot be read
     */
    public @Nullable Instant signedAt() {
        return call.signedAt();
    }

    /**
     * When the fake received the call, by its own clock.
     *
     * @return the time
     */
    public Instant receivedAt() {
        return call.receivedAt();
    }

    /**
     * How the call is signed.
     *
     * @return the kind of signature; null when there is none
     */
    public @Nullable Signature signature() {
        return call.claim().kind();
    }

    /**
     * Who signed.
     *
     * @return the access key's id; null when the call is not signed
     */
    public @Nullable String accessKeyId() {
        return call.claim().accessKeyId();
    }

    /**
     * Whether a security token came along, as it does with temporary credentials.
     *
     * @return whether there is one
     */
    public boolean hasSecurityToken() {
        return call.claim().securityToken() != null;
    }

    /**
     * The connection that brought the call.
     *
     * @return its number, from 0 on
     */
    public int connection() {
        return call.connection();
    }

    /**
     * The order of arrival among all HTTP requests.
     *
     * @return its number, from 1 on
     */
    public long sequence() {
        return call.sequence();
    }

    /**
     * Whether the gateway let the call through. It did not when signature, clock, nonce or key were wrong, the operation
     * is unknown, or the call was throttled: then nothing was done for it.
     *
     * @return whether it was let through; how it was answered then is another matter
     */
    public boolean accepted() {
        return call.refusalCode() == null;
    }

    /**
     * Why the gateway turned the call away.
     *
     * @return the code, such as {@code SignatureDoesNotMatch}; null when it was accepted
     */
    public @Nullable String refusalCode() {
        return call.refusalCode();
    }

    /** Shows names, never values. */
    @Override
    public String toString() {
        return call.toString();
    }
}

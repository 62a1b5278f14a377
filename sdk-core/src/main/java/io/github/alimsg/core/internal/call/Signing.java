package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.internal.signing.RequestSigner;
import io.github.alimsg.core.internal.signing.SignedRequest;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs requests: with the current credentials, the service's time, and a new nonce each. */
final class Signing {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.alimsg.core.Calls");

    private final ClientOptions options;
    private final ClientState state;
    private final String origin;
    private final String userAgent;
    private final RequestSigner signer;
    private final TimeSource time;

    /**
     * Creates the signing of one client.
     *
     * @param options the client's settings
     * @param state has the service's clock and the nonces
     * @param origin scheme and authority of every request
     * @param userAgent what the client calls itself
     * @param signer signs for that origin
     */
    Signing(ClientOptions options, ClientState state, String origin, String userAgent, RequestSigner signer) {
        this.options = options;
        this.state = state;
        this.origin = origin;
        this.userAgent = userAgent;
        this.signer = signer;
        this.time = options.timeSource();
    }

    /**
     * Asks the provider for credentials.
     *
     * @param operation for the exception
     * @param attempts how many were made so far, for the exception
     * @throws CredentialsException when there are none
     */
    Credentials credentials(String operation, int attempts) throws InterruptedException {
        CredentialsProvider provider = provider();
        try {
            return Objects.requireNonNull(provider.credentials(), "the credentials provider returned null");
        } catch (Throwable e) { // the application's provider may throw anything, declared or not
            Turns.throwIfInterrupted(e);
            List<String> sources = e instanceof CredentialsException known
                    ? known.sources()
                    : List.of(provider.getClass().getName() + ": failed with "
                            + e.getClass().getName());
            throw new CredentialsException(operation, attempts, sources, e);
        }
    }

    private CredentialsProvider provider() {
        CredentialsProvider own = options.credentials();
        return own != null ? own : state.defaultCredentials();
    }

    /** Returns a builder of the request with everything except the settings of its exchange. */
    SignedCall sign(String operation, EncodedParams params, Credentials credentials, Duration timeout) {
        Instant now = time.instant();
        SignedRequest request = signer.sign(
                operation,
                params.query(),
                params.form(),
                credentials,
                Math.floorDiv(state.clock.at(now).toEpochMilli(), 1000L),
                state.nonces.next());
        HttpRequest call = HttpRequest.builder(origin)
                .query(request.query())
                .headers(request.headers())
                .userAgent(userAgent)
                .contentType(request.contentType())
                .body(request.body())
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.readTimeout())
                .timeout(timeout)
                .maxReplyBytes(options.maxReplyBytes())
                .build();
        return new SignedCall(call, credentials, now, time.nanoTime());
    }

    /** Asks for credentials other than those that were refused. Returns whether there are any. */
    boolean renew(Credentials refused, String operation) {
        try {
            CredentialsProvider provider = provider();
            provider.invalidate();
            return !refused.equals(provider.credentials());
        } catch (Throwable e) {
            Isolated.keepInterrupt(e);
            LOG.debug("{}: no other credentials: {}", operation, e.getClass().getName());
            return false;
        }
    }
}

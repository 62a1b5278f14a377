package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.ClientOptions;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.Setting;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallJournal;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.listener.Isolated;
import io.github.alimsg.core.internal.reply.ReplyReader;
import io.github.alimsg.core.internal.signing.RequestSigner;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.Product;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all calls of a client share, prepared once. */
public final class Engine {
    private final Product product;
    private final ClientOptions options;
    private final ClientState state;
    private final String userAgent;
    private final String origin;
    private final Signing signing;
    private final Turns turns;
    private final ReplyReader replies;
    private final @Nullable Guard guard;

    /**
     * Creates the engine of a client.
     *
     * @param product the API it calls
     * @param options its settings
     * @param state the state shared with the clients derived from it
     * @throws IllegalArgumentException when the settings name an endpoint that does not exist
     */
    public Engine(Product product, ClientOptions options, ClientState state) {
        URI endpoint = state.endpoints.of(options);
        this.userAgent = UserAgent.of(options.applicationId());
        String authority = endpoint.getRawAuthority();
        RequestSigner signer = RequestSigner.of(options.signature(), authority, product.version());
        RateLimiter limiter = options.rateLimiter() != null || !options.pacing()
                ? options.rateLimiter()
                : state.documentedLimits(options.timeSource());
        this.product = product;
        this.options = options;
        this.state = state;
        this.origin = endpoint.getScheme() + "://" + authority;
        this.signing = new Signing(options, state, origin, userAgent, signer);
        this.turns = new Turns(limiter, options.lane(), state.rates, state.closed, options.timeSource());
        this.replies = new ReplyReader(product);
        this.guard = Guard.of(options.guard(), state.guard, product);
    }

    /** {@return the guard to ask before a send; null when there is none} */
    public @Nullable Guard guard() {
        return guard;
    }

    /** {@return the client's settings} */
    public ClientOptions options() {
        return options;
    }

    /** {@return the state that the client shares with those derived from it} */
    public ClientState state() {
        return state;
    }

    /** {@return scheme and authority of every request} */
    public String origin() {
        return origin;
    }

    /** {@return the value of the header {@code User-Agent}} */
    public String userAgent() {
        return userAgent;
    }

    /** {@return every setting of the client, with its source} */
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>(state.endpoints.settings(options));
        all.addAll(options.settings());
        return List.copyOf(all);
    }

    Signing signing() {
        return signing;
    }

    Turns turns() {
        return turns;
    }

    ReplyReader replies() {
        return replies;
    }

    /**
     * Writes the parameters of a call. The older signature does not define how empty ones are signed, so it omits them.
     */
    public <I extends SdkRequest> EncodedParams write(Operation<I, ?> operation, I request) {
        return write(operation, request, request.extraParams());
    }

    private <I extends SdkRequest> EncodedParams write(
            Operation<I, ?> operation, I request, Map<String, String> extraParams) {
        var writer = new ParamWriter(extraParams, options.signature() == Signature.RPC_1_0);
        operation.write(request, writer);
        return writer.finish();
    }

    /** Describes a call as a journal sees it. */
    public <I extends SdkRequest> CallJournal.Call describe(Operation<I, ?> operation, I request) {
        return describe(operation, write(operation, request));
    }

    /** The same; null if the query is longer than a number of bytes. */
    public <I extends SdkRequest> CallJournal.@Nullable Call describeIfShort(
            Operation<I, ?> operation, I request, int maxQueryLength) {
        EncodedParams params = write(operation, request);
        return params.query().length() > maxQueryLength ? null : describe(operation, params);
    }

    private CallJournal.Call describe(Operation<?, ?> operation, EncodedParams params) {
        return new JournaledCall(operation, product, options.timeout(), params);
    }

    /** Shows a call to the journal, and writes the own id that it gives, if any, into the parameters. */
    <I extends SdkRequest> EncodedParams journaled(
            CallJournal journal, Operation<I, ?> operation, I request, EncodedParams params) {
        CallJournal.Call call = describe(operation, params);
        String ownId = journal.written(call);
        if (ownId == null || call.ownIdName() == null) {
            return params;
        }
        Map<String, String> extraParams = new LinkedHashMap<>(request.extraParams());
        extraParams.put(call.ownIdName(), ownId);
        return write(operation, request, extraParams);
    }

    /** Tells every listener; what one throws changes nothing. */
    public void notifyListeners(Consumer<CallListener> what) {
        for (CallListener listener : options.listeners()) {
            Isolated.run(listener, () -> what.accept(listener));
        }
    }

    /** Tells the listeners of a call's failed attempts; null when there are none. */
    Attempts.@Nullable Listener attemptListener(@Nullable CallInfo info) {
        return info == null
                ? null
                : (attempt, failure, delay) ->
                        notifyListeners(listener -> listener.attemptFailed(info, attempt, failure, delay));
    }
}

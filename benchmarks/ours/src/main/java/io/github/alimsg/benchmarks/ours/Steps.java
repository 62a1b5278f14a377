package io.github.alimsg.benchmarks.ours;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.internal.encoding.EncodedParams;
import io.github.alimsg.core.internal.signing.Nonces;
import io.github.alimsg.core.internal.signing.RequestSigner;
import io.github.alimsg.core.internal.signing.SignedRequest;
import io.github.alimsg.core.wire.JsonReader;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.ParamWriter;
import io.github.alimsg.core.wire.SuccessRule;
import java.util.Map;
import java.util.Objects;

/** The steps of a call one by one, for measuring. Hidden from applications on the module path. */
public final class Steps {
    private final RequestSigner signer;
    private final Nonces nonces = new Nonces();
    private final boolean omitEmpty;

    /** The steps of a client with a kind of signature. */
    public Steps(Signature signature, String host, String version) {
        this.signer = RequestSigner.of(signature, host, version);
        this.omitEmpty = signature == Signature.RPC_1_0;
    }

    /** Writes the parameters. */
    public <I extends SdkRequest> Object write(Operation<I, ?> operation, I request) {
        return params(operation, request);
    }

    private <I extends SdkRequest> EncodedParams params(Operation<I, ?> operation, I request) {
        var writer = new ParamWriter(Map.of(), omitEmpty);
        operation.write(request, writer);
        return writer.finish();
    }

    /** Writes and signs. */
    public <I extends SdkRequest> SignedRequest sign(Operation<I, ?> operation, I request, Credentials credentials) {
        EncodedParams params = params(operation, request);
        return signer.sign(
                operation.name(),
                params.query(),
                params.form(),
                credentials,
                Math.floorDiv(System.currentTimeMillis(), 1000L),
                nonces.next());
    }

    /** Reads a reply, and decides whether it is a success. */
    public static <O extends SdkResponse> O read(Operation<?, O> operation, HttpResponse reply) {
        var in = new JsonReader(reply, operation, 1);
        try {
            O response = operation.read(in);
            if (in.verdict() != SuccessRule.Verdict.SUCCESS) {
                throw new IllegalStateException("no success");
            }
            return Objects.requireNonNull(response);
        } finally {
            in.close();
        }
    }
}

package io.github.alimsg.core.wire;

import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.core.retry.Effect;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a product, as the engine needs it. Generated code has a subclass for each:
 *
 * <pre>{@code
 * final class Wire extends Operation<SendSmsRequest, SendSmsResponse> {
 *     Wire() {
 *         super("SendSms", Effect.SEND, 5000, SuccessRule.CODE, SendSmsResponse.class);
 *     }
 *
 *     public void write(SendSmsRequest request, ParamWriter out) {
 *         out.put("PhoneNumbers", request.phoneNumbers);
 *     }
 *
 *     public SendSmsResponse read(JsonReader in) {
 *         return SendSmsResponse.read(in);
 *     }
 * }
 * }</pre>
 *
 * @param <I> its request
 * @param <O> its response
 */
public abstract class Operation<I extends SdkRequest, O extends SdkResponse> {
    private final String name;
    private final Effect effect;
    private final int callsPerSecond;
    private final SuccessRule successRule;
    private final Class<O> responseType;
    private final Set<String> strictFields;

    /**
     * Called by generated code.
     *
     * @param name the name at the service
     * @param effect what it does to the world
     * @param callsPerSecond the documented limit for an account; 0 when none is documented
     * @param successRule where the reply says whether it succeeded
     * @param responseType class of the response
     * @param strictFields dotted names of the response's fields that decide what happens next, and of the fields that
     *     contain them
     */
    protected Operation(
            String name,
            Effect effect,
            int callsPerSecond,
            SuccessRule successRule,
            Class<O> responseType,
            String... strictFields) {
        this.name = name;
        this.effect = effect;
        this.callsPerSecond = callsPerSecond;
        this.successRule = successRule;
        this.responseType = responseType;
        this.strictFields = Set.of(strictFields);
    }

    /** {@return the name at the service} */
    public final String name() {
        return name;
    }

    /** {@return what it does to the world, and so whether it may be repeated} */
    public final Effect effect() {
        return effect;
    }

    /** {@return the documented limit for an account in calls per second; 0 when none is documented} */
    public final int callsPerSecond() {
        return callsPerSecond;
    }

    /** {@return where the reply says whether it succeeded} */
    public final SuccessRule successRule() {
        return successRule;
    }

    /** {@return the class of the response} */
    public final Class<O> responseType() {
        return responseType;
    }

    /**
     * {@return the parameter that the caller chooses and that comes back in receipts, such as {@code ReferenceId}; null when
     * it has none} What became of a request whose answer was lost is looked up by it.
     */
    public @Nullable String ownId() {
        return null;
    }

    /**
     * {@return which parameters say what it sends, and to whom; null when it sends no message} An operation that sends
     * has them even when its request names nobody. Created by each call of this method.
     */
    public @Nullable MessageFacts messages() {
        return null;
    }

    /**
     * Returns what a response calls the message that was sent, or the request that sent several.
     *
     * @param response the response
     * @return the id that receipts and queries name it by; null when there is none
     */
    public @Nullable String messageId(O response) {
        return null;
    }

    /**
     * Whether a field decides what happens next, such as the token of a next page or a temporary key: a value of another
     * shape than the model's makes the response malformed there, and is left out everywhere else.
     *
     * @param path returns the field's path in the response, in dotted names; not called when no field is strict
     */
    final boolean isStrict(Supplier<String> path) {
        return !strictFields.isEmpty() && strictFields.contains(path.get());
    }

    /**
     * Writes a request's parameters, in the order of their names where possible.
     *
     * @param request the request
     * @param out the writer
     */
    public abstract void write(I request, ParamWriter out);

    /**
     * Reads a response.
     *
     * @param in the reply, before its first token
     * @return the response
     */
    public abstract O read(JsonReader in);

    @Override
    public final String toString() {
        return name;
    }
}

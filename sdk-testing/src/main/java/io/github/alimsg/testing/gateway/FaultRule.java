package io.github.alimsg.testing.gateway;

import io.github.alimsg.testing.products.Products;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault, and which calls it is for. Immutable.
 *
 * @param kind the name of its kind
 * @param effect what it does
 * @param id tells it from others
 * @param operation the operation that it is for; null for all
 * @param number how a recipient of the call begins, in digits; null for any
 * @param probability how likely a call that it is for gets it, above 0 to 1
 * @param calls how many more calls get it; null for no bound
 */
public record FaultRule(
        String kind,
        Effect effect,
        String id,
        @Nullable String operation,
        @Nullable String number,
        double probability,
        @Nullable Integer calls) {

    public FaultRule(String kind, Effect effect) {
        this(kind, effect, kind, null, null, 1, null);
    }

    public FaultRule withId(String id) {
        return new FaultRule(kind, effect, id, operation, number, probability, calls);
    }

    public FaultRule onOperation(String operation) {
        return new FaultRule(kind, effect, id, operation, number, probability, calls);
    }

    public FaultRule onNumber(String digits) {
        return new FaultRule(kind, effect, id, operation, digits, probability, calls);
    }

    public FaultRule withProbability(double probability) {
        return new FaultRule(kind, effect, id, operation, number, probability, calls);
    }

    public FaultRule withCalls(@Nullable Integer calls) {
        return new FaultRule(kind, effect, id, operation, number, probability, calls);
    }

    /** What a fault does. Those that come before the checks are skew, refusal and cut; the others need an accepted call. */
    public sealed interface Effect {
        /** The gateway's clock is ahead for the call. */
        record Skew(Duration ahead) implements Effect {}

        /** The call is refused. */
        record Refuse(Refusal refusal) implements Effect {}

        /** The connection is cut before the call is read. */
        record CutBefore() implements Effect {}

        /**
         * The reply is late.
         *
         * @param median how late; half of all replies come earlier
         * @param sigma the deviation of the logarithm; 0 for the same delay always
         */
        record Late(Duration median, double sigma) implements Effect {}

        /** The call is answered otherwise, or not at all. */
        record Answer(StubbedAnswer answer) implements Effect {}

        /** Nothing gets through. */
        record Offline() implements Effect {}

        /** The access key is not known. */
        static Effect keyRevoked() {
            return new Refuse(Refusal.unknownKey("a fault has revoked every access key"));
        }

        /** The token of the access key has expired. */
        static Effect tokenExpired() {
            return new Refuse(Refusal.expiredToken("a fault has expired every security token"));
        }

        /** A quota of the product is used up, one for a minute, an hour or a day. */
        static Effect quota(Duration window) {
            return new Answer(StubbedAnswer.businessFailure(call -> Products.quota(call.version(), window)));
        }
    }
}

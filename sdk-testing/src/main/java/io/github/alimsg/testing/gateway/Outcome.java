package io.github.alimsg.testing.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a request. Known a moment after the request is, before its caller sees anything of it. */
public final class Outcome {
    private volatile @Nullable WireReply reply;
    private volatile List<FaultRule> faults = List.of();

    void replied(WireReply reply) {
        this.reply = reply;
    }

    void got(List<FaultRule> faults) {
        this.faults = faults;
    }

    /** The reply, whole or in part; null when nothing was sent. */
    public @Nullable WireReply reply() {
        return reply;
    }

    /** The faults that it got, in order. */
    public List<FaultRule> faults() {
        return faults;
    }
}

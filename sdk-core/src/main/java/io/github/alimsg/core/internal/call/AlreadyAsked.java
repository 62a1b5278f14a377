package io.github.alimsg.core.internal.call;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;

/** In place of a client's guard, set by helpers that ask it themselves: nobody is asked, whatever the environment says. */
public enum AlreadyAsked implements SendGuard {
    /** The only one. */
    INSTANCE;

    @Override
    public Verdict check(OutgoingMessage message) {
        return Verdict.pass();
    }
}

package io.github.alimsg.spring.boot.test.shop;

import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;
import org.springframework.stereotype.Component;

/** Changes clients, so a slice has it as well. */
@Component
class NobodyElse implements SendGuard {
    private final SendGuard guard = Guards.onlyTo("628*");

    @Override
    public Verdict check(OutgoingMessage message) {
        return guard.check(message);
    }
}

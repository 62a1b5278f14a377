package io.github.alimsg.benchmarks.once;

import io.github.alimsg.caps.SendCaps;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import java.time.Duration;
import java.util.Locale;

/** Prints what a send costs with a guard, and with caps in memory, in microseconds. {@code benchmarks/run guards}. */
public final class GuardCost {
    private static final int NEVER_FULL = 1_000_000_000;

    private GuardCost() {}

    /** No arguments. */
    public static void main(String... arguments) {
        try (DysmsMainlandClient none = Sends.client(null);
                DysmsMainlandClient only = Sends.client(Guards.onlyTo("86139*"));
                DysmsMainlandClient caps = Sends.client(caps())) {
            for (int round = 0; round < 6; round++) { // the first rounds compile
                double plain = measure(none);
                System.out.println(String.format(
                        Locale.ROOT,
                        "none %.2f us, onlyTo %.2f us more, caps with four windows %.2f us more",
                        plain,
                        measure(only) - plain,
                        measure(caps) - plain));
            }
        }
    }

    private static SendGuard caps() {
        return SendCaps.inMemory()
                .perNumber(NEVER_FULL, Duration.ofMinutes(10))
                .perNumber(NEVER_FULL, Duration.ofDays(1))
                .perPrefix(7, NEVER_FULL, Duration.ofHours(1))
                .total(NEVER_FULL, Duration.ofDays(1));
    }

    private static double measure(DysmsMainlandClient sms) {
        return Sends.measure(i -> sms.sendSms(Sends.request(i)));
    }
}

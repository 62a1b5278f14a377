package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same calls, the same faults, the vendor's SDK: shows figures and asks nothing of them. */
@Tag("vendor")
class VendorFaultsTest {
    private static final int THREADS = 48;

    @ParameterizedTest(name = "autoretry {0}")
    @ValueSource(booleans = {false, true})
    void theSameOfTheVendorsSdk(boolean autoretry) throws Exception {
        int sends = Integer.getInteger("faults.sends", 20_000);
        var plan = new FaultPlan(Long.getLong("faults.seed", 20261121L));
        var ledger = new Ledger(Suite.ids(sends));
        String name = "the vendor's dysmsapi20170525 4.1.2, " + (autoretry ? "autoretry, 3 attempts" : "as it comes");
        var suite = new Suite(name, ledger, sends, THREADS, Duration.ofSeconds(2), Duration.ofMillis(250));
        try (var server = new FaultServer(plan, ledger);
                var logs = new Logs("com.aliyun", "okhttp3")) {
            try (var caller = new VendorCaller(server.port(), autoretry)) {
                suite.run(caller);
            }
            System.out.println(suite.table(logs, plan));
            assertThat(ledger.count(Fault.NONE)).as("calls arrived").isPositive();
        }
    }
}

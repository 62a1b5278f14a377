package io.github.alimsg.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.it.JavaProcess;
import io.github.alimsg.testing.FakeCloud;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** In a process of its own, since no process can change its environment. */
class OnlyToOfTheEnvironmentTest {
    @Test
    void theVariableRestrictsEveryClientWhateverItsOwnGuard() throws Exception {
        assertThat(saidWith("6281234500000, 86139*")).isEqualTo("sent refused sent");
    }

    @Test
    void anEmptyVariableIsNoPermission() throws Exception {
        assertThat(saidWith("")).contains("ALIMSG_ONLY_TO: recipient 1 is neither a number");
    }

    private static String saidWith(String onlyTo) throws IOException, InterruptedException {
        var process = new JavaProcess();
        process.environment().put("ALIMSG_ONLY_TO", onlyTo);
        return process.run(Main.class);
    }

    /** Sends to three numbers, and says what became of each. */
    static final class Main {
        private Main() {}

        public static void main(String[] args) {
            try (FakeCloud cloud = FakeCloud.start();
                    DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                            .guard(message -> Verdict.pass())
                            .build()) {
                System.out.println(
                        send(sms, "6281234500000") + " " + send(sms, "6590000001") + " " + send(sms, "8613900000001"));
            }
        }

        private static String send(DysmsInternationalClient sms, String to) {
            try {
                sms.sendMessageToGlobe(m -> m.to(to).message("Hello"));
                return "sent";
            } catch (GuardedException e) {
                return "refused";
            }
        }
    }
}

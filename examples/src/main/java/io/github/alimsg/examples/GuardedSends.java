package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.caps.SendCaps;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What must not be sent: to customers from a staging system, to minors, to a pumped form, in a loop. */
public final class GuardedSends {
    private GuardedSends() {}

    /**
     * Sends to a fake what guards let through.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start()) {
            staging(cloud);
            rules(cloud, Set.of("6281234567890"));
            capped(cloud);
        }
    }

    private static void staging(FakeCloud cloud) {
        // snippet: staging
        CamsClient.Builder builder = CamsClient.builder().guard(Guards.onlyTo("6281100000001", "86139*"));
        // end
        try (CamsClient staging = cloud.configure(builder).build()) {
            send(staging, "6281100000001");
            send(staging, "6281234567890");
        }
    }

    private static void send(CamsClient cams, String to) {
        try {
            cams.sendChatappMessage(m -> m.custSpaceId("cams-8c8d0a1b")
                    .channelType(ChannelType.WHATSAPP)
                    .from("8613800001111")
                    .to(to)
                    .template("order_update", "en", Map.of("name", "Ayu")));
            System.out.println("sent");
        } catch (GuardedException e) {
            System.out.println("nothing was sent: " + e.reason());
        }
    }

    private static void rules(FakeCloud cloud, Set<String> minors) {
        // snippet: guard-rule
        SendGuard legal = message -> "MARKETING".equals(message.category()) && minors.contains(message.to())
                ? Verdict.refuse("minor")
                : Verdict.pass();
        // end
        try (CamsClient cams =
                cloud.configure(CamsClient.builder()).guard(legal).build()) {
            send(cams, "6281234567890");
        }
    }

    private static void capped(FakeCloud cloud) {
        // snippet: caps
        SendCaps caps = SendCaps.inMemory()
                .perNumber(3, Duration.ofMinutes(10))
                .perNumber(10, Duration.ofDays(1))
                .perPrefix(7, 50, Duration.ofHours(1)) // numbers that share 7 digits: the pattern of pumping
                .callingCodes("62", "60", "65") // nowhere else
                .total(20_000, Duration.ofDays(1)); // a loop ends here
        // end
        try (DysmsInternationalClient sms =
                cloud.configure(DysmsInternationalClient.builder()).guard(caps).build()) {
            int sent = 0;
            for (int i = 0; i < 100; i++) {
                try {
                    sms.sendMessageToGlobe(
                            m -> m.to("6281234567890").from("Acme").message("Your code is 482913"));
                    sent++;
                } catch (GuardedException e) {
                    System.out.println("after " + sent + ": " + e.reason());
                    break;
                }
            }
        }
    }
}

package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.core.error.GuardedException;
import io.github.alimsg.core.guard.Guards;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.FakeCloud;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What other platforms do on their servers: a list of those who want nothing, quiet hours, the window of 24 hours. */
public final class SendingRules {
    private final InstantSource clock;

    /** In place of two tables. */
    private final Set<String> optOuts = ConcurrentHashMap.newKeySet();

    private final Map<String, Instant> lastInbound = new ConcurrentHashMap<>();

    SendingRules(InstantSource clock) {
        this.clock = clock;
    }

    ReceiptDispatcher receipts() {
        // snippet: opt-out-receipts
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onInbound(message -> {
                    String from = message.from();
                    String text = message.text();
                    if (from != null) {
                        String number = from.startsWith("+") ? from.substring(1) : from;
                        lastInbound.put(number, clock.instant());
                        if (text != null
                                && text.strip().toUpperCase(Locale.ROOT).equals("STOP")) {
                            optOuts.add(number);
                        }
                    }
                })
                .build();
        // end
        return receipts;
    }

    SendGuard guard(ZoneId zone) {
        // snippet: sending-rules
        SendGuard optOut = message -> optOuts.contains(message.to()) ? Verdict.refuse("opted out") : Verdict.pass();

        SendGuard window = message -> {
            Instant last = lastInbound.getOrDefault(message.to(), Instant.EPOCH);
            boolean open = Duration.between(last, clock.instant()).toHours() < 24;
            return open || message.template() != null ? Verdict.pass() : Verdict.refuse("window closed");
        };

        SendGuard quietHours = message -> {
            LocalTime time = LocalTime.ofInstant(clock.instant(), zone); // that of the recipient
            boolean quiet = time.isBefore(LocalTime.of(8, 0)) || time.isAfter(LocalTime.of(21, 0));
            return quiet && "MARKETING".equals(message.category()) ? Verdict.refuse("quiet hours") : Verdict.pass();
        };

        SendGuard rules = Guards.all(optOut, window, quietHours);
        // end
        return rules;
    }

    /**
     * Sends to a fake what the rules let through, at noon and at night.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        var noon = new SendingRules(InstantSource.fixed(Instant.parse("2026-11-21T05:00:00Z")));
        var night = new SendingRules(InstantSource.fixed(Instant.parse("2026-11-21T16:00:00Z")));
        try (FakeCloud cloud = FakeCloud.start()) {
            send(cloud, noon, "noon");
            send(cloud, night, "night");
            String stop = """
                    [{"MessageId":"1","From":"6281234567890","To":"8613800001111","Type":"TEXT","Message":"Stop"}]""";
            noon.receipts().handle(stop.getBytes(StandardCharsets.UTF_8));
            send(cloud, noon, "after STOP");
        }
    }

    private static void send(FakeCloud cloud, SendingRules rules, String when) {
        try (CamsClient cams = cloud.configure(CamsClient.builder())
                .guard(rules.guard(ZoneId.of("Asia/Jakarta")))
                .build()) {
            cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                    .from("8613800001111")
                    .to("6281234567890")
                    .category("MARKETING")
                    .template("spring_sale", "id", Map.of("name", "Ayu")));
            System.out.println(when + ": sent");
        } catch (GuardedException e) {
            System.out.println(when + ": " + e.reason());
        }
    }
}

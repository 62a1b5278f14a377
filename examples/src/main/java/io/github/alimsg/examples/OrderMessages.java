package io.github.alimsg.examples;

import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.batch.Outcome;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.testing.FakeCloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Sends a message for every order in a list, and reports what happened to each. */
public final class OrderMessages {
    private OrderMessages() {}

    /**
     * Sends 350 messages to a fake that loses one reply.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                DysmsMainlandClient sms =
                        cloud.configure(DysmsMainlandClient.builder()).build()) {
            cloud.when("SendBatchSms")
                    .thenSucceedWith(Map.of("BizId", "receipt-1"))
                    .thenBusinessFailure("isv.MOBILE_NUMBER_ILLEGAL", "one of the numbers does not exist")
                    .thenCutAfterRequest()
                    .thenSucceed();
            List<String> orders = new ArrayList<>(IntStream.rangeClosed(1, 349)
                    .mapToObj(i -> "A" + i + ";+86 139-0000-" + (1000 + i) + ";Ann " + i)
                    .toList());
            orders.add("A350;ask at the door;Ann 350");
            send(sms, orders)
                    .forEach((what, which) ->
                            System.out.println(what + ": " + which.size() + ", first " + which.get(0)));
        }
    }

    /** Takes lines of order number, phone number and name; returns the order numbers by outcome. */
    static Map<String, List<String>> send(DysmsMainlandClient sms, List<String> lines) {
        Map<String, List<String>> report = new TreeMap<>();
        List<String> orders = new ArrayList<>();
        List<SmsRecipient> recipients = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split(";", -1);
            try {
                recipients.add(SmsRecipient.builder()
                        .number(PhoneNumber.of(cells[1]))
                        .signName("Acme")
                        .templateParam("order", cells[0])
                        .templateParam("name", cells[2])
                        .build());
                orders.add(cells[0]);
            } catch (IllegalArgumentException e) {
                report.computeIfAbsent("no phone number", any -> new ArrayList<>())
                        .add(cells[0]);
            }
        }
        // snippet: batch
        BatchResult<SmsRecipient> result =
                sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456").outId("parcels-2026-11-21"), recipients);
        for (int i = 0; i < orders.size(); i++) {
            Outcome<SmsRecipient> outcome = result.outcomes().get(i); // in the order of the list
            String what = switch (outcome.status()) {
                case ACCEPTED -> "accepted, id " + outcome.id();
                case REFUSED -> "refused: correct and send again";
                case UNKNOWN -> "perhaps sent: look it up before sending again";
                case NOT_SENT -> "not sent: send again";
            };
            report.computeIfAbsent(what, any -> new ArrayList<>()).add(orders.get(i));
        }
        // end
        return report;
    }
}

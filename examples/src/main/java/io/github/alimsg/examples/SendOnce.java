package io.github.alimsg.examples;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.once.KeyReusedException;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Reconciliation;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A message that is sent once for its key, however often it is tried: its states, look-ups, and what people decide. */
public final class SendOnce {
    private static final String KEY = "order-4711/shipped";

    private SendOnce() {}

    /**
     * Sends through a fake that loses the reply, tries again, and looks the message up.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                DysmsMainlandClient sms =
                        cloud.configure(DysmsMainlandClient.builder()).build()) {
            cloud.when("SendSms").thenCutAfterRequest();
            cloud.when("QuerySendDetails").thenRespond(Reply.json("""
                    {"Code":"OK","TotalCount":"1","SmsSendDetailDTOs":{"SmsSendDetailDTO":[
                      {"OutId":"order-4711/shipped","SendStatus":3,"ErrCode":"DELIVERED"}]}}"""));
            Once once = create(KeyStore.inMemory(), sms, Map.of(KEY, "8613900001234"));
            SendSmsRequest request = request();

            System.out.println(send(once, sms, request));
            System.out.println(send(once, sms, request));
            System.out.println(once.reconcile());
            System.out.println(send(once, sms, request));
            System.out.println("the service received " + cloud.receivedCount("SendSms"));
        }
    }

    private static SendSmsRequest request() {
        // snippet: once-request
        SendSmsRequest request = SendSmsRequest.builder()
                .phoneNumbers("13900001234")
                .signName("Acme")
                .templateCode("SMS_123456")
                .templateParam(Map.of("order", "4711"))
                .build();
        // end
        return request;
    }

    private static Once create(KeyStore store, DysmsMainlandClient sms, Map<String, String> phones) {
        // snippet: once-builder
        Once once = Once.builder(store)
                .lookup(sms.lookup())
                .recipientOf(key -> phones.get(key)) // the store keeps no phone numbers
                .onSentTwice(record -> System.err.println("perhaps sent twice: " + record))
                .build();
        // end
        return once;
    }

    /** After the database was restored from a backup: keys whose orders are older are not sent again. */
    static Once createRestored(KeyStore store, Instant restored, Map<String, Instant> orders) {
        // snippet: once-restored
        Once once = Once.builder(store)
                .refuseOlderThan(restored, key -> orders.get(key)) // null when nobody knows counts as older
                .build();
        // end
        return once;
    }

    static String send(Once once, DysmsMainlandClient sms, SendSmsRequest request) {
        // snippet: once
        Sent<SendSmsResponse> sent = once.send("order-4711/shipped", sms, DysmsMainlandClient::sendSms, request);
        return switch (sent.state()) {
            case ACCEPTED -> sent.isEarlier() ? "accepted earlier, not sent again" : "accepted as " + sent.id();
            case REFUSED -> "refused: " + sent.code();
            case NOT_SENT -> "not sent: try again later, under the same key";
            case UNKNOWN -> "perhaps sent: it is looked up, and not sent again";
            case UNDECIDED -> "perhaps sent, and not found in three days: somebody must decide";
            case NEW, CLAIMED, SENDING -> "another worker is sending it";
        };
        // end
    }

    /** Looks up what is unknown, once a minute. */
    static ScheduledFuture<?> watch(Once once, ScheduledExecutorService timer) {
        // snippet: once-reconcile
        ScheduledFuture<?> lookingUp = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        Reconciliation done = once.reconcile();
                        if (done.undecided() > 0) {
                            System.err.println("somebody must decide about " + done.undecided() + " messages");
                        }
                    } catch (RuntimeException e) { // the store is down; an exception would end the timer
                        System.err.println("can't look up keys now: " + e.getMessage());
                    }
                },
                1,
                1,
                TimeUnit.MINUTES);
        // end
        return lookingUp;
    }

    /** Sends what was enqueued. */
    static void sendDue(Once once, DysmsMainlandClient sms, Function<String, SendSmsRequest> requests) {
        // snippet: once-due
        List<KeyRecord> due = once.due(100);
        for (KeyRecord record : due) {
            try {
                once.send(record.key(), sms, DysmsMainlandClient::sendSms, requests.apply(record.key()));
            } catch (KeyReusedException e) { // a bug of this application: the key stands for something else
                System.err.println(e.getMessage());
            }
        }
        // end
    }

    /** What somebody decided, who asked the customer. */
    static void release(Once once) {
        // snippet: once-release
        once.release("order-4711/shipped", "the customer says that nothing came");
        // end
    }
}

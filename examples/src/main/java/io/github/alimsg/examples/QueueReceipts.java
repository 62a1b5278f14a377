package io.github.alimsg.examples;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.queue.QueueNames;
import io.github.alimsg.queue.ReceiptQueue;
import io.github.alimsg.queue.ReceiptQueueBuilder;
import io.github.alimsg.queue.Site;
import io.github.alimsg.queue.token.DybaseClient;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps the furthest state of each message, from receipts that come by queue. */
public final class QueueReceipts {
    private static final String QUEUE = "Alicom-Queue-1234567890-ChatAppStatus";

    private QueueReceipts() {}

    /**
     * Sends messages to a fake, which puts their receipts into a queue.
     *
     * @param arguments none
     * @throws InterruptedException when the thread is interrupted
     */
    public static void main(String... arguments) throws InterruptedException {
        Map<String, DeliveryState> states = new ConcurrentSkipListMap<>(); // in place of a database table
        ReceiptDispatcher chat = CamsReceipts.builder()
                .onStatus(status ->
                        states.merge(String.valueOf(status.taskId()), status.state(), DeliveryState::furthest))
                .build();
        try (FakeCloud cloud = FakeCloud.start();
                CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            FakeQueue fake = cloud.queue(QUEUE);
            cloud.when("QueryChatappPhoneNumbers")
                    .thenSucceedWith(Map.of("PhoneNumbers", List.of(Map.of("StatusQueue", QUEUE))));

            ReceiptQueueBuilder builder =
                    ReceiptQueue.builder(Site.INTERNATIONAL).client(cloud.configure(DybaseClient.builder()));
            var numbers =
                    cams.queryChatappPhoneNumbers(q -> q.custSpaceId("cams-1")).phoneNumbers();
            for (String name : QueueNames.of(numbers, n -> n.statusQueue(), n -> n.upQueue())) {
                builder.receive(name, chat);
            }
            try (ReceiptQueue queue = builder.build()) {
                queue.start();
                for (int i = 0; i < 3; i++) {
                    String to = "628123456789" + i;
                    String task = "order-" + i;
                    cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                            .from("6281100000001")
                            .to(to)
                            .type("message")
                            .messageType("text")
                            .content("{\"text\":\"Your order is on its way\"}")
                            .taskId(task));
                }
                int count = cloud.receipts().deliver(fake, d -> d.shuffled(7));
                fake.await(q -> q.deleted() == count, Duration.ofSeconds(20));
                System.out.println(queue.status().get(0).handled() + " receipts handled and deleted");
            }
        }
        states.forEach((task, state) -> System.out.println(task + " " + state));
    }
}

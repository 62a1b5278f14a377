package io.github.alimsg.it.message;

import static io.github.alimsg.it.message.Account.AYU;
import static io.github.alimsg.it.message.Account.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.SentMessage;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A fake that runs for long keeps the newest only. */
class KeptMessagesTest {
    /** Nothing listens there, so that bodies wait to be delivered again. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

    private static List<SmsRecipient> recipients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SmsRecipient.of(Long.toString(13_900_000_000L + i), "Acme", Map.of("name", "N" + i)))
                .toList();
    }

    @Test
    void ofMoreMessagesThanAreKeptTheNewestAreThere() {
        try (Account account = new Account(builder -> builder.keep(50))) {
            FakeCloud cloud = account.cloud;
            var told = new AtomicInteger();
            cloud.messages().onMessage(message -> told.incrementAndGet());

            BatchResult<SmsRecipient> result = account.mainland
                    .batches()
                    .sendBatchSms(b -> b.templateCode("SMS_1").outId("campaign-7"), recipients(1_030));

            assertThat(result.allAccepted()).isTrue();
            assertThat(cloud.messages().list())
                    .extracting(SentMessage::to)
                    .containsExactlyElementsOf(IntStream.range(980, 1_030)
                            .mapToObj(i -> Long.toString(8_613_900_000_000L + i))
                            .toList());
            assertThat(told).as("what a listener hears of").hasValue(1_030);
            assertThat(cloud.messages().withOwnId("campaign-7")).hasSize(50);
            assertThat(cloud.messages().to("13900000979")).isEmpty();
            assertThat(account.mainland.allSendDetails(
                            q -> q.phoneNumber("13900000979").sendDate(LocalDate.of(2026, 11, 21))))
                    .isEmpty();
            assertThat(account.mainland.allSendDetails(
                            q -> q.phoneNumber("13900000980").sendDate(LocalDate.of(2026, 11, 21))))
                    .hasSize(1);
            assertThat(cloud.receipts().deliver(NOBODY)).as("receipts").hasSize(50);
        }
    }

    @Test
    void ofMoreCallsThanAreKeptTheNewestAreThereAndAllAreCounted() {
        try (Account account = new Account(builder -> builder.keep(3))) {
            FakeCloud cloud = account.cloud;
            for (int i = 0; i < 10; i++) {
                account.sendSms("13900001234", "order-" + i);
                cloud.receipts().smsReply("13900001234", "Thanks").deliver(NOBODY);
            }

            assertThat(cloud.received())
                    .extracting(call -> call.parameter("OutId"))
                    .containsExactly("order-7", "order-8", "order-9");
            assertThat(cloud.attempts()).hasSize(3);
            assertThat(cloud.receivedCount()).isEqualTo(10);
            assertThat(cloud.receipts()).hasToString("FakeReceipts[0 waiting, 3 refused]");
        }
    }

    @Test
    void callsThatWereRefusedDoNotPushMessagesOut() {
        try (Account account = new Account(builder -> builder.keep(3))) {
            account.chat(AYU, "Hello");
            account.cloud.when("SendSms").thenBusinessFailure("isv.AMOUNT_NOT_ENOUGH", "top up");
            for (int i = 0; i < 5; i++) {
                try {
                    account.sendSms("13900001234", "order-7");
                } catch (RuntimeException refused) {
                    continue;
                }
            }

            assertThat(account.cloud.messages().list())
                    .extracting(SentMessage::sender)
                    .containsExactly(SHOP);
            assertThat(account.cloud.receipts()).hasToString("FakeReceipts[1 waiting, 0 refused]");
        }
    }

    @Test
    void whatIsNotKeptIsNotHeld() {
        try (Account account = new Account(builder -> builder.keep(5))) {
            List<WeakReference<Object>> gone = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                account.sendSms("13900001234", "order-" + i);
                List<ReceivedCall> calls = account.cloud.received();
                gone.add(new WeakReference<>(calls.get(calls.size() - 1)));
            }
            for (int tries = 0; tries < 100 && held(gone.subList(0, 15)) > 0; tries++) {
                System.gc();
                Thread.onSpinWait();
            }

            assertThat(held(gone.subList(0, 15))).isZero();
            assertThat(held(gone.subList(15, 20))).isEqualTo(5);
            Reference.reachabilityFence(account);
        }
    }

    private static long held(List<WeakReference<Object>> references) {
        return references.stream().filter(reference -> reference.get() != null).count();
    }

    @Test
    void aFakeKeepsAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeCloud.builder().keep(0))
                .withMessage("a fake keeps at least 1, not 0; see countOnly()");
    }
}

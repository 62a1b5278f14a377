package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts;
import io.github.alimsg.dysms.mainland.receipt.SmsReport;
import io.github.alimsg.it.once.ScriptedKeyStore.Step;
import io.github.alimsg.it.once.ScriptedKeyStore.Way;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Only a person makes an open key sendable again, and not before no request can arrive any more; receipts settle it. */
class ReleaseTest {
    private static final Duration MINIMUM = Duration.ofMinutes(31);
    private static final Reply ACCEPTED = Reply.json("{\"Code\":\"OK\",\"BizId\":\"7^1\",\"RequestId\":\"r\"}");

    private final Shop shop = new Shop();
    private final List<KeyRecord> twice = new ArrayList<>();
    private final List<SmsReport> handled = new ArrayList<>();
    private final Once once = shop.once(shop.store, builder -> builder.onSentTwice(twice::add));

    @AfterEach
    void close() {
        shop.close();
    }

    private void loseTheReply() {
        shop.cloud.when(Shop.OPERATION).thenCutAfterRequest().thenSucceed();
        assertThat(shop.send().state()).isEqualTo(KeyState.UNKNOWN);
    }

    private void releaseWhatHangs() {
        shop.time.advance(Duration.ofMinutes(3));
        assertThat(shop.store.unsettled(9)).hasSize(1);
        shop.time.advance(MINIMUM);
        once.release(Shop.KEY, "nobody got it");
    }

    @Test
    void anUnknownKeyIsNotReleasedWhileItsRequestMayArrive() {
        loseTheReply();
        shop.time.advance(MINIMUM);
        assertThatIllegalStateException()
                .isThrownBy(() -> once.release(Shop.KEY, "nobody got it"))
                .withMessageContaining("31 minutes");
        assertThat(shop.send().state()).isEqualTo(KeyState.UNKNOWN);

        shop.time.advance(Duration.ofMillis(1));
        once.release(Shop.KEY, "nobody got it");

        assertThat(shop.record().state()).isEqualTo(KeyState.NEW);
        assertThat(shop.record().note()).isEqualTo("nobody got it");
        assertThat(shop.send().isAccepted()).isTrue();
        assertThat(shop.ledger()).hasSize(2);
    }

    @Test
    void anUndecidedKeyIsNotReleasedEarlierEither() {
        loseTheReply();
        shop.store.unsettled(9);
        shop.store.lookedUp(Shop.KEY, shop.record().fence(), null);
        assertThat(shop.record().state()).isEqualTo(KeyState.UNDECIDED);

        assertThatIllegalStateException().isThrownBy(() -> once.release(Shop.KEY, "nobody got it"));
        shop.time.advance(MINIMUM.plusMillis(1));
        once.release(Shop.KEY, "nobody got it");
        assertThat(shop.send().isAccepted()).isTrue();
    }

    @Test
    void aRefusedKeyIsReleasedAtOnce() {
        shop.cloud
                .when(Shop.OPERATION)
                .thenBusinessFailure("isv.SMS_TEMPLATE_ILLEGAL", "")
                .thenSucceed();
        assertThat(shop.send().state()).isEqualTo(KeyState.REFUSED);

        once.release(Shop.KEY, "the template is approved now");

        assertThat(shop.send().isAccepted()).isTrue();
    }

    @Test
    void nothingElseIsReleased() {
        assertThatIllegalStateException()
                .isThrownBy(() -> once.release(Shop.KEY, "why"))
                .withMessageContaining("no such key")
                .withMessageNotContaining(Shop.KEY);
        once.enqueue(Shop.KEY, Shop.OPERATION);
        shop.time.advance(Duration.ofDays(1));
        assertThatIllegalStateException().isThrownBy(() -> once.release(Shop.KEY, "why"));
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            shop.time.advance(Duration.ofDays(1));
            assertThatIllegalStateException().isThrownBy(() -> once.release(Shop.KEY, "why"));
            return ACCEPTED;
        });
        assertThat(shop.send().isAccepted()).isTrue();
        shop.time.advance(Duration.ofDays(1));
        assertThatIllegalStateException()
                .isThrownBy(() -> once.release(Shop.KEY, "why"))
                .withMessageContaining("ACCEPTED can't be released");
    }

    /** The person was wrong: what had been given up was only late. The other message is out already. */
    @Test
    void whatWasSentTwiceAfterAReleaseIsTold() {
        shop.cloud
                .when(Shop.OPERATION)
                .thenAnswer(call -> {
                    releaseWhatHangs();
                    assertThat(shop.send().isAccepted()).isTrue();
                    return ACCEPTED;
                })
                .thenSucceed();

        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();

        assertThat(shop.ledger()).hasSize(2);
        assertThat(twice).hasSize(1);
        assertThat(twice.get(0).key()).isEqualTo(Shop.KEY);
        assertThat(twice.get(0).lateOutcome()).isEqualTo(KeyState.ACCEPTED);
        assertThat(shop.record().lateOutcome()).isEqualTo(KeyState.ACCEPTED);
    }

    @Test
    void whatBecomesUnknownAfterAReleaseIsToldToo() {
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            releaseWhatHangs();
            return Reply.empty(502);
        });

        assertThat(shop.send(once, shop.sms).state()).isEqualTo(KeyState.UNKNOWN);

        assertThat(twice).hasSize(1);
        assertThat(twice.get(0).lateOutcome()).isEqualTo(KeyState.UNKNOWN);
    }

    /** The person was wrong, and nothing was sent yet: nothing is. */
    @Test
    void aReleasedKeyWhoseSenderAnswersAfterAllIsNotSentAgain() {
        shop.cloud.when(Shop.OPERATION).thenAnswer(call -> {
            releaseWhatHangs();
            return ACCEPTED;
        });

        assertThat(shop.send(once, shop.sms).isAccepted()).isTrue();

        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(shop.send().isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
        assertThat(twice).isEmpty();
    }

    // ---- receipts

    private ReceiptDispatcher receipts(Once by) {
        return DysmsMainlandReceipts.builder()
                .onSmsReport(by.settling(handled::add))
                .build();
    }

    private static byte[] report(String outId) {
        return ("[{\"phone_number\":\"13900001234\",\"success\":true,\"biz_id\":\"9^9\",\"out_id\":\"" + outId
                        + "\",\"send_time\":\"2026-01-02 11:04:05\",\"report_time\":\"2026-01-02 11:04:09\"}]")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aReceiptSettlesAnUnknownKey() {
        loseTheReply();

        receipts(once).handle(report(Shop.KEY));

        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(shop.record().messageId()).isEqualTo("9^9");
        assertThat(handled).hasSize(1);
        assertThat(shop.send().isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aReceiptAfterTheReleaseKeepsTheKeyFromASecondSend() {
        loseTheReply();
        shop.time.advance(MINIMUM.plusMillis(1));
        once.release(Shop.KEY, "nobody got it");

        receipts(once).handle(report(Shop.KEY));

        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(shop.send().isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aReceiptWithAnIdOfTheApplicationSettlesNothing() {
        shop.cloud.when(Shop.OPERATION).thenCutAfterRequest();
        once.send(
                Shop.KEY,
                shop.sms,
                DysmsMainlandClient::sendSms,
                Shop.REQUEST.toBuilder().outId("order-4711").build());

        receipts(once).handle(report("order-4711"));

        assertThat(shop.record().state()).isEqualTo(KeyState.UNKNOWN);
        assertThat(handled).hasSize(1);
        assertThat(once.settle("order-4711", "9^9")).isFalse();
    }

    /** Somebody gave another key's id to his own message: whose receipt it is, nobody knows. */
    @Test
    void aReceiptForAnIdThatTwoKeysHaveSettlesNeither() {
        loseTheReply();
        shop.cloud.when(Shop.OPERATION).thenSucceed();
        once.send(
                "order-4712/shipped",
                shop.sms,
                DysmsMainlandClient::sendSms,
                Shop.REQUEST.toBuilder().outId(Shop.KEY).build());

        assertThat(once.settle(Shop.KEY, "9^9")).isFalse();
        assertThat(shop.record().state()).isEqualTo(KeyState.UNKNOWN);
    }

    @Test
    void receiptsOfOtherMessagesReachTheApplication() {
        receipts(once).handle(report("newsletter"));
        receipts(once).handle(report(""));

        assertThat(handled).hasSize(2);
        assertThat(shop.store.find("newsletter")).isEmpty();
    }

    @Test
    void aReceiptDoesNotUndoWhatIsKnown() {
        shop.send();
        String id = shop.record().messageId();

        receipts(once).handle(report(Shop.KEY));

        assertThat(shop.record().messageId()).isEqualTo(id);
        assertThat(shop.record().state()).isEqualTo(KeyState.ACCEPTED);
    }

    // ---- retention

    @Test
    void onlyKeysWithAnOutcomeArePruned() {
        loseTheReply();
        once.send("other", shop.sms, DysmsMainlandClient::sendSms, Shop.REQUEST);
        once.enqueue("later", Shop.OPERATION);
        shop.time.advance(Duration.ofDays(36));

        assertThat(once.prune(Duration.ofDays(35))).isEqualTo(1);

        assertThat(once.find("other")).isEmpty();
        assertThat(once.find("later")).isPresent();
        assertThat(once.find(Shop.KEY)).isPresent();
    }

    @Test
    void anEnqueuedKeyIsDueUntilItIsSent() {
        assertThat(once.enqueue(Shop.KEY, Shop.OPERATION)).isTrue();
        assertThat(once.enqueue(Shop.KEY, Shop.OPERATION)).isFalse();
        assertThat(once.due(9)).extracting(KeyRecord::key).containsExactly(Shop.KEY);

        assertThat(shop.send().isAccepted()).isTrue();

        assertThat(once.due(9)).isEmpty();
        assertThat(once.enqueue(Shop.KEY, Shop.OPERATION)).isFalse();
        assertThat(shop.send().isEarlier()).isTrue();
    }

    @Test
    void anEnqueuedKeyIsForItsOperation() {
        once.enqueue(Shop.KEY, "SendCardSms");
        assertThatThrownBy(shop::send).hasMessageContaining("already stands for another request");
        assertThat(shop.cloud.receivedCount()).isZero();
    }

    @Test
    void aReceiptThatCannotBeWrittenDownIsDeliveredAgain() {
        loseTheReply();
        var store = new ScriptedKeyStore(shop.store).when(Step.FINISH, Way.FAILS);

        var response = receipts(shop.once(store, builder -> {})).handle(report(Shop.KEY));

        assertThat(response.accepted()).isFalse();
        assertThat(handled).isEmpty();
        assertThat(shop.record().state()).isEqualTo(KeyState.UNKNOWN);
    }
}

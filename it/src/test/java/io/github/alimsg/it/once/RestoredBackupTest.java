package io.github.alimsg.it.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyState;
import io.github.alimsg.once.store.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("After a restored backup, keys that are older are not sent again")
class RestoredBackupTest {
    private static final String OTHER = "order-4712/shipped";

    private final Shop shop = new Shop();
    private final Map<String, Instant> orders = new HashMap<>();
    private final KeyStore store = KeyStore.inMemory(shop.time); // what the backup has: nothing
    private Instant restored;
    private Once once;

    @BeforeEach
    void restore() {
        orders.put(Shop.KEY, shop.time.instant());
        assertThat(shop.send().isAccepted()).isTrue();
        shop.time.advance(Duration.ofHours(1));
        restored = shop.time.instant();
        once = shop.once(store, builder -> builder.refuseOlderThan(restored, orders::get));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Sent<SendSmsResponse> send(String key) {
        return once.send(key, shop.sms, DysmsMainlandClient::sendSms, Shop.REQUEST);
    }

    private void assertInDoubt(Sent<SendSmsResponse> sent) {
        assertThat(sent.state()).isEqualTo(KeyState.UNDECIDED);
        assertThat(sent.code()).isEqualTo("RestoredBackup");
        assertThat(sent.isEarlier()).isTrue();
        assertThat(sent.failure()).isNull();
    }

    @Test
    void aKeyThatIsOlderIsNotSent() {
        assertInDoubt(send(Shop.KEY));
        assertInDoubt(send(Shop.KEY));
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aKeyOfWhichNobodyKnowsHowOldItIsIsNotSent() {
        assertInDoubt(send(OTHER));
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aKeyThatIsNewerIsSent() {
        orders.put(OTHER, restored);
        assertThat(send(OTHER).isAccepted()).isTrue();
        assertThat(send(OTHER).isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(2);
    }

    @Test
    void aKeyThatTheBackupHasAsToBeSentIsNotSent() {
        store.enqueue(Shop.KEY, Shop.OPERATION);
        shop.time.advance(Duration.ofSeconds(1));
        assertThat(once.due(9)).hasSize(1);

        assertInDoubt(send(Shop.KEY));

        assertThat(once.due(9)).isEmpty();
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aKeyThatTheBackupHasWithItsOutcomeKeepsIt() {
        orders.put(OTHER, restored.minusSeconds(9));
        shop.once(store, builder -> {}).send(OTHER, shop.sms, DysmsMainlandClient::sendSms, Shop.REQUEST);

        Sent<SendSmsResponse> again = send(OTHER);

        assertThat(again.isAccepted()).isTrue();
        assertThat(again.isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(2);
    }

    @Test
    void aReceiptSettlesIt() {
        send(Shop.KEY);
        assertThat(once.settle(shop.ledger().get(0), "biz-1")).isTrue();
        assertThat(send(Shop.KEY).isAccepted()).isTrue();
        assertThat(shop.ledger()).hasSize(1);
    }

    @Test
    void aPersonReleasesItWhenNothingCanArriveAnyMore() {
        send(Shop.KEY);
        shop.time.advance(Duration.ofMinutes(31));
        assertThatIllegalStateException().isThrownBy(() -> once.release(Shop.KEY, "nothing came"));
        shop.time.advance(Duration.ofMillis(1));
        once.release(Shop.KEY, "nothing came");

        assertThat(send(Shop.KEY).isAccepted()).isTrue();
        KeyRecord record = store.find(Shop.KEY).orElseThrow();
        assertThat(record.state()).isEqualTo(KeyState.ACCEPTED);
        assertThat(send(Shop.KEY).isEarlier()).isTrue();
        assertThat(shop.ledger()).hasSize(2);
    }

    @Test
    void aCampaignThatIsOlderDoesNotRun() {
        orders.put("spring", restored.minusSeconds(1));
        orders.put("summer", restored.plusSeconds(1));

        assertThatIllegalStateException()
                .isThrownBy(() -> once.campaign("spring", Parcels.batch(shop.sms), settings -> settings.parallel(1))
                        .run(Parcels.source(200)))
                .withMessageContaining("restored backup")
                .withMessageNotContaining("spring");
        assertThat(shop.cloud.received(Parcels.OPERATION)).isEmpty();
        assertThat(once.campaign("summer", Parcels.batch(shop.sms), settings -> settings.parallel(1))
                        .run(Parcels.source(200))
                        .accepted())
                .isEqualTo(200);
    }
}

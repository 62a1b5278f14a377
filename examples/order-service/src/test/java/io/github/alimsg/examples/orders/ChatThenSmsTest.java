package io.github.alimsg.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.receipts.FailureReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of {@link ChatThenSms}. */
@DisplayName("A text message takes the place of a chat message only when that is certain not to arrive")
class ChatThenSmsTest extends ApplicationTest {
    @Autowired
    JdbcClient database;

    @Autowired
    OrderWorker worker;

    @Test
    void acceptedIsNotFollowed() {
        OrderView order = ship(place("+62 812-3456-7811"));
        assertThat(order.whatsapp()).isEqualTo(MessageState.ACCEPTED);
        deliverReceipts();
        assertThat(cloud.receivedCount(SMS)).isZero();
    }

    @Test
    void acceptedIsFollowedWhenAReceiptSaysThatItFailed() {
        cloud.receipts().fail("6281234567812", FailureReason.NOT_ON_CHANNEL);
        long id = place("+62 812-3456-7812");
        ship(id);
        deliverReceipts();
        OrderView order = order(id);
        assertThat(order.whatsapp()).isEqualTo(MessageState.FAILED);
        assertThat(order.sms()).isIn(MessageState.ACCEPTED, MessageState.DELIVERED);
        assertThat(cloud.messages().withOwnId("order-" + id + "/shipped/sms")).hasSize(1);
    }

    @Test
    void aReceiptThatComesTwiceIsFollowedByOneTextMessage() {
        cloud.receipts().fail("6281234567813", FailureReason.NOT_ON_CHANNEL);
        long id = place("+62 812-3456-7813");
        ship(id);
        cloud.receipts()
                .deliver(receipts.path("cams"), d -> d.only("ChatAppStatus").twice());
        assertThat(cloud.receivedCount(SMS)).isEqualTo(1);
    }

    @Test
    void refusedIsFollowed() {
        cloud.when(CHAT).thenFail(400, "InvalidParameter", "no such template");
        long id = place("+62 812-3456-7814");
        OrderView order = ship(id);
        assertThat(order.whatsapp()).isEqualTo(MessageState.REFUSED);
        assertThat(order.sms()).isEqualTo(MessageState.ACCEPTED);
        deliverReceipts();
        assertThat(order(id).state()).isEqualTo(OrderState.INFORMED);
    }

    @Test
    void notSentIsNotFollowedButSentLaterOnTheSameChannel() {
        cloud.when(CHAT)
                .thenBusinessFailure("Product.Unsubscript", "not subscribed")
                .thenSucceed();
        long id = place("+62 812-3456-7815");
        assertThat(ship(id).whatsapp()).isEqualTo(MessageState.NOT_SENT);
        assertThat(cloud.receivedCount(SMS)).isZero();

        worker.sendDue();
        assertThat(cloud.receivedCount(CHAT))
                .as("it is not due again before a second has passed")
                .isEqualTo(1);
        database.sql("update alimsg_once set updated_at = updated_at - 2000, due_at = due_at - 2000")
                .update();
        worker.sendDue();
        assertThat(order(id).whatsapp()).isEqualTo(MessageState.ACCEPTED);
        assertThat(cloud.messages().to("6281234567815")).hasSize(1);
        assertThat(cloud.receivedCount(SMS)).isZero();
    }

    @Test
    void unknownIsNeverFollowed() {
        cloud.when(CHAT).thenCutAfterRequest();
        long id = place("+62 812-3456-7816");
        assertThat(ship(id).whatsapp()).isEqualTo(MessageState.UNKNOWN);
        worker.sendDue();
        ship(id);
        assertThat(cloud.receivedCount(CHAT)).isEqualTo(1);
        assertThat(cloud.receivedCount(SMS)).isZero();
        assertThat(order(id).state()).isEqualTo(OrderState.SHIPPED);

        deliverReceipts();
        assertThat(order(id).state()).isEqualTo(OrderState.READ);
        assertThat(cloud.receivedCount(SMS)).isZero();
    }

    @Test
    void unknownIsFollowedOnceAReceiptSaysThatItFailed() {
        cloud.when(CHAT).thenCutAfterRequest();
        cloud.receipts().fail("6281234567817", FailureReason.NOT_ON_CHANNEL);
        long id = place("+62 812-3456-7817");
        ship(id);
        deliverReceipts();
        assertThat(cloud.messages().withOwnId("order-" + id + "/shipped/sms")).hasSize(1);
    }

    @Test
    void somebodyHasToCallWhenBothAreRefused() {
        cloud.when(CHAT).thenFail(400, "InvalidParameter", "no such template");
        cloud.when(SMS).thenFail(400, "InvalidParameter", "no such number");
        assertThat(ship(place("+62 812-3456-7818")).state()).isEqualTo(OrderState.UNREACHED);
    }
}

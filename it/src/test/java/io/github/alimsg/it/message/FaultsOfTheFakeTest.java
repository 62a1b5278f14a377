package io.github.alimsg.it.message;

import static io.github.alimsg.it.message.Account.AYU;
import static io.github.alimsg.it.message.Account.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.QuotaException;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.testing.Fault;
import io.github.alimsg.testing.SentMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults reach the clients of every product as what they are. */
class FaultsOfTheFakeTest {
    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void quotasEndWithTheirWindowInEveryProduct() {
        for (Runnable send : List.<Runnable>of(
                () -> account.chat(AYU, "Hello"),
                () -> account.sendSms("13900001234", "order-7"),
                () -> account.sms.sendMessageToGlobe(m -> m.to(AYU).from("Acme").message("Hello")))) {
            assertThat(endOfQuota(Fault.quotaMinute(), send)).isEqualTo(Account.NOON.plus(Duration.ofMinutes(1)));
            assertThat(endOfQuota(Fault.quotaHour(), send)).isEqualTo(Account.NOON.plus(Duration.ofHours(1)));
            assertThat(endOfQuota(Fault.quotaDay(), send)).isEqualTo(Account.NOON.plus(Duration.ofDays(1)));
        }
        assertThat(account.cloud.messages().count()).isZero();
    }

    private Instant endOfQuota(Fault fault, Runnable send) {
        account.cloud.faults(List.of(fault));
        return catchThrowableOfType(QuotaException.class, send::run).retryNotBefore();
    }

    @Test
    void aNumberIsFoundHoweverItsProductWritesIt() {
        account.cloud.faults(List.of(Fault.businessError("isv.BLACK_LIST", "no").onNumber("+86139")));

        assertThatThrownBy(() -> account.sendSms("13900001234", "order-7")).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> account.sendSms("13700001234,13900001234", "order-7"))
                .isInstanceOf(ServiceException.class);
        account.sendSms("13700001234", "order-7");
        account.chat(AYU, "Hello");

        assertThat(account.cloud.faults().get(0).applied()).isEqualTo(2);
        assertThat(account.cloud.messages().list()).extracting(SentMessage::to).containsExactly("8613700001234", AYU);
    }

    @Test
    void aLostReplyIsUnknownAndTheMessageIsThere() {
        account.cloud.faults(List.of(Fault.loseAnswer().onNumber(AYU)));

        assertThat(catchThrowableOfType(TransportException.class, () -> account.chat(AYU, "Hello"))
                        .delivery())
                .isEqualTo(Delivery.UNKNOWN);
        account.chat(BEN, "Hello");

        assertThat(account.cloud.messages().list()).extracting(SentMessage::to).containsExactly(AYU, BEN);
    }

    @Test
    void aThrottledSendIsRepeatedAndASkewedClockCorrected() {
        account.cloud.faults(List.of(
                Fault.clockSkew(Duration.ofHours(-3)),
                Fault.throttle(Duration.ofSeconds(2)).nextCalls(1)));

        account.chat(AYU, "Hello");

        assertThat(account.cloud.received())
                .extracting(call -> call.refusalCode())
                .containsExactly("InvalidTimeStamp.Expired", "System.LimitControl", null);
        assertThat(account.time.sleeps()).contains(Duration.ofSeconds(2));
        assertThat(account.cloud.messages().count()).isEqualTo(1);
    }
}

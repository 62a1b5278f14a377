package io.github.alimsg.testing;

import static io.github.alimsg.testing.Letters.LIST_LETTERS;
import static io.github.alimsg.testing.Letters.SEND_LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.testing.Letters.Letter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SDK's own engine against the fake: two implementations of one protocol. */
class EngineTest {
    private static final Letter HELLO = new Letter("爱丽丝 *~+/&=%", "Hello\n wörld & \uD83D\uDC4B");

    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud =
            FakeCloud.builder().timeSource(time).withProduct(Letters.PRODUCT).start();
    private final ClientCore client = ClientCore.create(Letters.PRODUCT, cloud.configure(new Letters.Builder()));

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    @ParameterizedTest
    @EnumSource
    void theEnginesSignaturesHold(Signature signature) {
        var temporary = cloud.acceptTemporary(Duration.ofHours(1));
        for (var credentials : new Credentials[] {cloud.credentials(), temporary}) {
            var signing = client.withOptions(o -> o.signature(signature).credentials(() -> credentials));

            assertThat(signing.call(SEND_LETTER, HELLO).serviceCode()).isEqualTo("OK");
        }

        assertThat(cloud.received()).allSatisfy(call -> {
            assertThat(call.accepted()).isTrue();
            assertThat(call.signature()).isEqualTo(signature);
            assertThat(call.parameters()).isEqualTo(Map.of("To", HELLO.to, "Text", HELLO.text));
        });
        assertThat(cloud.received()).extracting(ReceivedCall::hasSecurityToken).containsExactly(false, true);
    }

    @Test
    void aLostAnswerLeavesOneCall() {
        cloud.when("SendLetter").thenCutAfterRequest();

        var failure = assertThrows(TransportException.class, () -> client.call(SEND_LETTER, HELLO));

        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(cloud.received("SendLetter")).hasSize(1);
    }

    @Test
    void throttlingIsWaitedOutInNoTime() {
        cloud.when("SendLetter").thenThrottle(Duration.ofMillis(1500)).thenSucceed();

        client.call(SEND_LETTER, HELLO);

        assertThat(cloud.received("SendLetter"))
                .extracting(ReceivedCall::accepted)
                .containsExactly(false, true);
        assertThat(time.sleeps())
                .singleElement()
                .satisfies(slept -> assertThat(slept).isGreaterThanOrEqualTo(Duration.ofMillis(1500)));
    }

    @Test
    void aWrongClockIsCorrected() {
        cloud.skewClock(Duration.ofHours(3));

        client.call(LIST_LETTERS, HELLO);

        assertThat(cloud.received())
                .extracting(ReceivedCall::refusalCode)
                .containsExactly("InvalidTimeStamp.Expired", null);
    }

    @Test
    void businessFailuresAreExceptions() {
        cloud.when("SendLetter").thenBusinessFailure("TOO_HEAVY", "too heavy");

        var failure = assertThrows(ServiceException.class, () -> client.call(SEND_LETTER, HELLO));

        assertThat(failure.code()).isEqualTo("TOO_HEAVY");
        assertThat(failure.httpStatus()).isEqualTo(200);
    }
}

package io.github.alimsg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How an application tests its own code against FakeCloud. */
// snippet: testing
@ExtendWith(FakeCloudExtension.class)
class OrderNotifierTest {
    @Test
    void aLostReplyDoesNotSendTwice(FakeCloud cloud) {
        cloud.when("SendMessageToGlobe").thenCutAfterRequest();
        DysmsInternationalClient sms =
                cloud.configure(DysmsInternationalClient.builder()).build();

        var failure = assertThrows(
                TransportException.class,
                () -> sms.sendMessageToGlobe(m -> m.to("6281234567890").message("hello")));

        assertEquals(Delivery.UNKNOWN, failure.delivery());
        assertEquals(1, cloud.received("SendMessageToGlobe").size());
    }
}
// end

package io.github.alimsg.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.retry.Effect;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.products.Products;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the fake adds about operations is about operations that there are, and that send or read. */
class FactsOfTheFakeTest {
    /** The channel of a code is chosen by a parameter; a flow knows its own. */
    private static final Set<String> WITHOUT_CHANNEL =
            Set.of("GetChatappVerifyCode", "GetMigrationVerifyCode", "TriggerChatFlow");

    @Test
    void operationsThatSendAreThoseOfTheProducts() {
        Set<String> sending = new TreeSet<>();
        Set<String> reading = new TreeSet<>();
        for (Product product :
                List.of(CamsClient.PRODUCT, DysmsInternationalClient.PRODUCT, DysmsMainlandClient.PRODUCT)) {
            for (Operation<?, ?> operation : product.operations()) {
                String name = operation.name();
                if (Products.sending(name) != null) {
                    assertThat(operation.messages()).as(name).isNotNull();
                    sending.add(name);
                }
                if (Products.lookup(name) != null) {
                    assertThat(operation.effect()).as(name).isEqualTo(Effect.READ);
                    reading.add(name);
                }
                String channel = Products.channel(name, Map.of("ChannelType", "WHATSAPP"));
                assertThat(channel != null)
                        .as("channel of %s", name)
                        .isEqualTo(operation.messages() != null && !WITHOUT_CHANNEL.contains(name));
            }
        }
        assertThat(sending)
                .containsExactly(
                        "BatchSendMessageToGlobe",
                        "SendBatchCardSms",
                        "SendBatchSms",
                        "SendCardSms",
                        "SendChatappMassMessage",
                        "SendChatappMessage",
                        "SendMessageToGlobe",
                        "SendMessageWithTemplate",
                        "SendSms");
        assertThat(reading)
                .containsExactly("GetCardSmsDetails", "ListChatappMessage", "QueryMessage", "QuerySendDetails");
    }
}

package io.github.alimsg.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.wire.MessageFacts;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.products.Products;
import io.github.alimsg.testing.products.Sending;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The fake knows whom operations send to without being taught a product, and knows the same. */
class FactsOfTheFakeTest {
    @Test
    void recipientsAreThoseOfTheProducts() {
        int compared = 0;
        for (Product product :
                List.of(CamsClient.PRODUCT, DysmsInternationalClient.PRODUCT, DysmsMainlandClient.PRODUCT)) {
            for (Operation<?, ?> operation : product.operations()) {
                Sending sending = Products.sending(operation.name());
                if (sending != null) {
                    assertThat(recipients(sending.messages()))
                            .as(operation.name())
                            .isEqualTo(recipients(Objects.requireNonNull(operation.messages())));
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(4);
    }

    private static String recipients(MessageFacts facts) {
        return facts.toString().split(",", 2)[0];
    }
}

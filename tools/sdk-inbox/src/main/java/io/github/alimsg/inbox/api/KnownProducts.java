package io.github.alimsg.inbox.api;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which product an operation is of, in the words of openapi.json. */
final class KnownProducts {
    static final String CAMS = "cams";
    static final String MAINLAND = "sms-mainland";
    static final String INTERNATIONAL = "sms-international";

    private static final Map<String, String> BY_OPERATION = new HashMap<>();

    static {
        add(CAMS, CamsClient.PRODUCT);
        add(MAINLAND, DysmsMainlandClient.PRODUCT);
        add(INTERNATIONAL, DysmsInternationalClient.PRODUCT);
    }

    private KnownProducts() {}

    private static void add(String word, Product product) {
        for (Operation<?, ?> operation : product.operations()) {
            BY_OPERATION.put(operation.name(), word);
        }
    }

    static @Nullable String of(String operation) {
        return BY_OPERATION.get(operation);
    }
}

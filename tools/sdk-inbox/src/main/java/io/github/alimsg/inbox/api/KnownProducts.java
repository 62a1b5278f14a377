package io.github.alimsg.inbox.api;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which product an operation is of, in the words of openapi.json. */
final class KnownProducts {
    static final String CAMS = "cams";
    static final String MAINLAND = "sms-mainland";
    static final String INTERNATIONAL = "sms-international";

    /** The smallest first: to know a product's operations loads the classes of them all. */
    private static final List<KnownProduct> ALL = List.of(
            new KnownProduct(INTERNATIONAL, DysmsInternationalClient.PRODUCT),
            new KnownProduct(MAINLAND, DysmsMainlandClient.PRODUCT),
            new KnownProduct(CAMS, CamsClient.PRODUCT));

    private static final class KnownProduct {
        private final String word;
        private final Product product;
        private volatile @Nullable Set<String> operations;

        KnownProduct(String word, Product product) {
            this.word = word;
            this.product = product;
        }

        boolean has(String operation) {
            Set<String> known = operations;
            if (known == null) {
                known = product.operations().stream().map(Operation::name).collect(Collectors.toSet());
                operations = known;
            }
            return known.contains(operation);
        }
    }

    private KnownProducts() {}

    static @Nullable String of(String operation) {
        for (KnownProduct known : ALL) {
            if (known.has(operation)) {
                return known.word;
            }
        }
        return null;
    }
}

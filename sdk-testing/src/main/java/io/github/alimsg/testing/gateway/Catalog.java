package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.testing.products.Products;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The products that the fake knows, and so which operations there are. With none, it takes every operation for real. */
final class Catalog {
    /** An operation with the examples of its product. */
    record Known(Operation<?, ?> operation, ExampleReplies examples) {}

    /** The operations of a version. They are looked at when somebody asks, because that loads the classes of them all. */
    private static final class Operations {
        private final Map<Product, ExampleReplies> products = new LinkedHashMap<>();
        private @Nullable Map<String, Known> byName;

        synchronized void add(Product product) {
            products.put(product, new ExampleReplies(product));
            byName = null;
        }

        synchronized Map<String, Known> byName() {
            Map<String, Known> all = byName;
            if (all == null) {
                all = new HashMap<>();
                for (var product : products.entrySet()) {
                    for (Operation<?, ?> operation : product.getKey().operations()) {
                        all.put(operation.name(), new Known(operation, product.getValue()));
                    }
                }
                byName = all;
            }
            return all;
        }
    }

    private final Map<String, Operations> byVersion = new ConcurrentHashMap<>();

    void add(Product product) {
        byVersion
                .computeIfAbsent(product.version(), version -> new Operations())
                .add(product);
    }

    private Map<String, Known> operations(String version) {
        Operations known = byVersion.get(version);
        return known == null ? Map.of() : known.byName();
    }

    /** Finds typing mistakes. @throws IllegalArgumentException when products are known and none has this operation */
    void requireOperation(String action) {
        List<Map<String, Known>> versions =
                byVersion.values().stream().map(Operations::byName).toList();
        if (versions.isEmpty()
                || Products.keyLoan(action) != null
                || versions.stream().anyMatch(operations -> operations.containsKey(action))) {
            return;
        }
        String meant = versions.stream()
                .flatMap(operations -> operations.keySet().stream())
                .filter(action::equalsIgnoreCase)
                .findAny()
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        throw new IllegalArgumentException("no known product has an operation " + action + meant);
    }

    @Nullable
    Known find(String action, String version) {
        return operations(version).get(action);
    }

    @Nullable
    Refusal refusal(String action, String version) {
        if (byVersion.isEmpty()
                || Products.keyLoan(action) != null
                || operations(version).containsKey(action)) {
            return null;
        }
        return byVersion.containsKey(version)
                ? new Refusal(404, "InvalidAction.NotFound", "Specified action is not found.")
                : new Refusal(400, "InvalidVersion", "Specified parameter Version is not valid.");
    }
}

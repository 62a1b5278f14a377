package io.github.alimsg.testing.gateway;

import io.github.alimsg.core.wire.Operation;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.testing.products.Products;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The products that the fake knows, and so which operations there are. With none, it takes every operation for real. */
final class Catalog {
    /** An operation with the examples of its product. */
    record Known(Operation<?, ?> operation, ExampleReplies examples) {}

    private volatile Map<String, Map<String, Known>> byVersion = Map.of();

    synchronized void add(Product product) {
        var examples = new ExampleReplies(product);
        var operations = new HashMap<>(byVersion.getOrDefault(product.version(), Map.of()));
        for (Operation<?, ?> operation : product.operations()) {
            operations.put(operation.name(), new Known(operation, examples));
        }
        var all = new HashMap<>(byVersion);
        all.put(product.version(), Map.copyOf(operations));
        byVersion = Map.copyOf(all);
    }

    /** Finds typing mistakes. @throws IllegalArgumentException when products are known and none has this operation */
    void requireOperation(String action) {
        var versions = byVersion.values();
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
        return byVersion.getOrDefault(version, Map.of()).get(action);
    }

    @Nullable
    Refusal refusal(String action, String version) {
        var versions = byVersion;
        if (versions.isEmpty()
                || Products.keyLoan(action) != null
                || versions.getOrDefault(version, Map.of()).containsKey(action)) {
            return null;
        }
        return versions.containsKey(version)
                ? new Refusal(404, "InvalidAction.NotFound", "Specified action is not found.")
                : new Refusal(400, "InvalidVersion", "Specified parameter Version is not valid.");
    }
}

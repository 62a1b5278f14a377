package io.github.alimsg.testing;

import io.github.alimsg.core.spi.Operation;
import io.github.alimsg.core.spi.Product;
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

    @Nullable
    Known find(String action, String version) {
        return byVersion.getOrDefault(version, Map.of()).get(action);
    }

    @Nullable
    Refusal refusal(String action, String version) {
        var versions = byVersion;
        if (versions.isEmpty() || versions.getOrDefault(version, Map.of()).containsKey(action)) {
            return null;
        }
        return versions.containsKey(version)
                ? new Refusal(404, "InvalidAction.NotFound", "Specified action is not found.")
                : new Refusal(400, "InvalidVersion", "Specified parameter Version is not valid.");
    }
}

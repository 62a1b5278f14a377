package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Creates the dispatchers of the products that the application has handlers for. */
final class DispatchersFactory {
    private static final String METERS = "io.github.alimsg.micrometer.ReceiptMeters";

    private DispatchersFactory() {}

    static SeenReceipts seenReceipts() {
        return SeenReceipts.inMemory();
    }

    static ReceiptDispatchers dispatchers(
            ConfigurableListableBeanFactory beans, SeenReceipts seen, ReceiptProperties properties) {
        ReceiptMeasures measured = ClassUtils.isPresent(METERS, beans.getBeanClassLoader())
                ? MeteredReceipts.of(beans)
                : ReceiptMeasures.NONE;
        var handlers = new ReceiptHandlers(beans, measured);
        int maxBodyBytes =
                (int) Math.min(Integer.MAX_VALUE, properties.getMaxBodySize().toBytes());
        if (maxBodyBytes < 1) {
            throw new AlimsgConfigurationException(
                    "The property alimsg.receipts.max-body-size is not valid.", "Set it to at least 1B.");
        }
        Map<String, ReceiptDispatcher> dispatchers = new HashMap<>();
        ProductReceipts.present(beans.getBeanClassLoader()).forEach(product -> {
            ReceiptDispatcher.Builder<?> builder = product.builder(handlers);
            if (builder != null) {
                builder.deduplicate(measured.seen(seen));
                builder.maxBodyBytes(maxBodyBytes);
                dispatchers.put(product.name(), builder.build());
            }
        });
        if (dispatchers.isEmpty() && properties.getPath() != null) {
            throw new AlimsgConfigurationException(
                    "The property alimsg.receipts.path is set, but no bean handles receipts.",
                    "Add a bean that is a ReceiptHandler of a kind of receipts, such as ReceiptHandler<ChatAppStatus>, and"
                            + " the module of its product; or remove the property.");
        }
        return new ReceiptDispatchers(dispatchers, maxBodyBytes);
    }
}

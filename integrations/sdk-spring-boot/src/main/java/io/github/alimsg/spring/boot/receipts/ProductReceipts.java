package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.UnknownReceipt;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/** The receipts of a product: its name in paths, and how handlers are set for each kind. */
final class ProductReceipts {
    private final String name;
    private final Creator creator;

    /** Creates a dispatcher with handlers. */
    @FunctionalInterface
    private interface Creator {
        ReceiptDispatcher.@Nullable Builder<?> builder(ReceiptHandlers handlers);
    }

    private ProductReceipts(String name, Creator creator) {
        this.name = name;
        this.creator = creator;
    }

    /**
     * The receipts of a product.
     *
     * @param name its name in paths and properties
     * @param builder starts a builder
     * @param handlers sets the handlers of each kind, and returns for how many kinds there are any
     */
    static <B extends ReceiptDispatcher.Builder<B>> ProductReceipts of(
            String name, Supplier<B> builder, ToIntBiFunction<? super B, ReceiptHandlers> handlers) {
        return new ProductReceipts(name, all -> {
            B started = builder.get();
            int set = handlers.applyAsInt(started, all);
            set += all.pass(
                    UnknownReceipt.class,
                    handler -> started.onOther(receipt -> {
                        if (receipt instanceof UnknownReceipt unknown) { // known kinds without a handler are dropped
                            handler.handle(unknown);
                        }
                    }));
            return set > 0 ? started : null;
        });
    }

    /** Returns its name in paths and properties. */
    String name() {
        return name;
    }

    /** Starts a dispatcher with all handlers of the application; null when it has none for this product. */
    ReceiptDispatcher.@Nullable Builder<?> builder(ReceiptHandlers handlers) {
        return creator.builder(handlers);
    }
}

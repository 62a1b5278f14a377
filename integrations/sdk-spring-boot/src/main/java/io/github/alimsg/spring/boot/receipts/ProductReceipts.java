package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppAudit;
import io.github.alimsg.cams.receipt.ChatAppInbound;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.dysms.international.receipt.DysmsInternationalReceipts;
import io.github.alimsg.dysms.international.receipt.GlobeReport;
import io.github.alimsg.dysms.international.receipt.MainlandReport;
import io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts;
import io.github.alimsg.dysms.mainland.receipt.SignSmsReport;
import io.github.alimsg.dysms.mainland.receipt.SmsReport;
import io.github.alimsg.dysms.mainland.receipt.SmsUp;
import io.github.alimsg.dysms.mainland.receipt.TemplateSmsReport;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.UnknownReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

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

    /** Returns those of the products that the application has. */
    static List<ProductReceipts> present(@Nullable ClassLoader loader) {
        List<ProductReceipts> present = new ArrayList<>();
        if (ClassUtils.isPresent("io.github.alimsg.cams.receipt.CamsReceipts", loader)) {
            present.add(Cams.receipts());
        }
        if (ClassUtils.isPresent("io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts", loader)) {
            present.add(Sms.international());
            present.add(Sms.mainland());
        }
        return present;
    }

    /**
     * The receipts of a product.
     *
     * @param name its name in paths and properties
     * @param builder starts a builder
     * @param handlers sets the handlers of each kind, and returns for how many kinds there are any
     */
    private static <B extends ReceiptDispatcher.Builder<B>> ProductReceipts of(
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

    /** Loaded where the application has the product's module. */
    private static final class Cams {
        static ProductReceipts receipts() {
            return of(
                    "cams",
                    CamsReceipts::builder,
                    (builder, handlers) -> handlers.pass(ChatAppStatus.class, builder::onStatus)
                            + handlers.pass(ChatAppInbound.class, builder::onInbound)
                            + handlers.pass(ChatAppAudit.class, builder::onAudit));
        }
    }

    /** Loaded where the application has the products' module. */
    private static final class Sms {
        static ProductReceipts international() {
            return of(
                    "sms-international",
                    DysmsInternationalReceipts::builder,
                    (builder, handlers) -> handlers.pass(GlobeReport.class, builder::onGlobeReport)
                            + handlers.pass(MainlandReport.class, builder::onMainlandReport));
        }

        static ProductReceipts mainland() {
            return of(
                    "sms-mainland",
                    DysmsMainlandReceipts::builder,
                    (builder, handlers) -> handlers.pass(SmsReport.class, builder::onSmsReport)
                            + handlers.pass(SmsUp.class, builder::onSmsUp)
                            + handlers.pass(SignSmsReport.class, builder::onSignReport)
                            + handlers.pass(TemplateSmsReport.class, builder::onTemplateReport));
        }
    }
}

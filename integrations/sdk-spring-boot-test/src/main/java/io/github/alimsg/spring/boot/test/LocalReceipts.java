package io.github.alimsg.spring.boot.test;

import io.github.alimsg.spring.boot.receipts.ReceiptDispatchers;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.PostedReceipt;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * Posts the receipts of {@link FakeCloud} to the application under test, each to the path of its product. The application
 * has to listen at a port, and {@code alimsg.receipts.path} has to be set. A bean with {@link AutoConfigureFakeCloud}.
 */
public final class LocalReceipts {
    private static final Map<String, String[]> KINDS = Map.of(
            "cams", new String[] {"ChatAppStatus", "ChatAppInbound"},
            "sms-international", new String[] {"GlobeSmsReport"},
            "sms-mainland", new String[] {"SmsReport", "SmsUp"});

    private final FakeCloud cloud;
    private final ReceiptDispatchers dispatchers;
    private final Environment environment;

    LocalReceipts(FakeCloud cloud, ReceiptDispatchers dispatchers, Environment environment) {
        this.cloud = cloud;
        this.dispatchers = dispatchers;
        this.environment = environment;
    }

    /**
     * Delivers what waits to the paths of all products that the application has handlers for: everything, once, in order.
     * Receipts of other products wait on. For copies, other orders and batches, give {@link #path(String)} to {@code
     * cloud.receipts().deliver(…)}.
     *
     * @return what was posted, in order
     * @throws IllegalStateException when the application listens at no port, or {@code alimsg.receipts.path} is not set
     */
    public List<PostedReceipt> deliver() {
        List<PostedReceipt> posted = new ArrayList<>();
        for (String product : dispatchers.products()) {
            posted.addAll(cloud.receipts()
                    .deliver(path(product), d -> d.only(KINDS.getOrDefault(product, new String[0]))));
        }
        return posted;
    }

    /**
     * Returns where a product's receipts are posted to.
     *
     * @param product {@code cams}, {@code sms-international} or {@code sms-mainland}
     * @return an address on this host, with the application's port and secret path
     * @throws IllegalStateException when the application listens at no port, or {@code alimsg.receipts.path} is not set
     */
    public URI path(String product) {
        String context = environment.getProperty(
                "server.servlet.context-path", environment.getProperty("spring.webflux.base-path", ""));
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + context
                + environment.getRequiredProperty("alimsg.receipts.path") + "/" + product);
    }
}

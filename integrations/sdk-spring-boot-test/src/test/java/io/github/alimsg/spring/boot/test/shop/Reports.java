package io.github.alimsg.spring.boot.test.shop;

import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.ReceiptHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Handles receipts. */
@Component
class Reports implements ReceiptHandler<DeliveryReport> {
    final List<String> handled = new CopyOnWriteArrayList<>();

    @Override
    public void handle(DeliveryReport report) {
        handled.add(report.ownId());
    }
}

package io.github.alimsg.examples.notifier;

import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.examples.notifier.Orders.State;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.ReceiptHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Moves orders by receipts, and sends a text message when a chat message has failed. */
@Configuration(proxyBeanMethods = false)
class Receipts {
    @Bean
    ReceiptHandler<DeliveryReport> orderStates(Orders orders, OrderNotifier notifier) {
        return report -> {
            switch (report.state()) {
                case SENT, DELIVERED, READ ->
                    orders.advance(report.ownId(), State.valueOf(report.state().name()));
                case FAILED, EXPIRED -> {
                    if (report instanceof ChatAppStatus) {
                        notifier.fallBack(report.ownId());
                    } else {
                        orders.set(report.ownId(), State.FAILED);
                    }
                }
                default -> {}
            }
        };
    }
}

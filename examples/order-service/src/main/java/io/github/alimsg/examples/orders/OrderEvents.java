package io.github.alimsg.examples.orders;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages of orders that changed, as server-sent events. */
@RestController
class OrderEvents {
    private final Orders orders;
    private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();

    OrderEvents(Orders orders) {
        this.orders = orders;
    }

    @GetMapping(path = "/orders/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events() throws IOException {
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        pages.add(page);
        page.send(SseEmitter.event().comment("open"));
        return page;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(Orders.Changed change) {
        orders.find(change.id()).map(OrderView::of).ifPresent(order -> pages.forEach(page -> send(page, order)));
    }

    private void send(SseEmitter page, OrderView order) {
        try {
            page.send(order, MediaType.APPLICATION_JSON);
        } catch (IOException | IllegalStateException e) { // the page is gone
            pages.remove(page);
        }
    }

    /** Open pages don't hold up the end of the application. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        pages.forEach(SseEmitter::complete);
    }
}

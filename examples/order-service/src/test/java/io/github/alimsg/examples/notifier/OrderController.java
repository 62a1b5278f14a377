package io.github.alimsg.examples.notifier;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. */
@RestController
class OrderController {
    private final Orders orders;
    private final OrderNotifier notifier;

    OrderController(Orders orders, OrderNotifier notifier) {
        this.orders = orders;
        this.notifier = notifier;
    }

    @PostMapping("/orders/{id}/notify")
    Map<String, Object> notify(@PathVariable("id") String id, @RequestParam("phone") String phone) {
        orders.create(id, phone);
        return Map.of("state", notifier.notify(id));
    }

    @GetMapping("/orders/{id}")
    Map<String, Object> get(@PathVariable("id") String id) {
        return Map.of("state", orders.get(id).state());
    }
}

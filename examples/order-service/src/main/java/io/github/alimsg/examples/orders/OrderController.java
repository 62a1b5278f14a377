package io.github.alimsg.examples.orders;

import io.github.alimsg.core.PhoneNumber;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes and ships orders. */
@RestController
@RequestMapping("/orders")
class OrderController {
    private final Orders orders;
    private final OrderNotices notices;

    OrderController(Orders orders, OrderNotices notices) {
        this.orders = orders;
        this.notices = notices;
    }

    record NewOrder(String item, String phone) {
        NewOrder {
            if (item == null || item.isBlank() || item.length() > 100 || phone == null) {
                throw new IllegalArgumentException("an order has an item and a phone number");
            }
        }

        @Override
        public String toString() {
            return "NewOrder[" + item + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrderView place(@RequestBody NewOrder order) {
        return view(orders.place(order.item(), PhoneNumber.of(order.phone())));
    }

    @PostMapping("/{id}/ship")
    OrderView ship(@PathVariable long id) {
        view(id);
        notices.send(notices.ship(id));
        return view(id);
    }

    @GetMapping("/{id}")
    OrderView view(@PathVariable long id) {
        return orders.find(id).map(OrderView::of).orElseThrow(() -> new NoSuchOrder(id));
    }

    @GetMapping
    List<OrderView> newest() {
        return orders.newest().stream().map(OrderView::of).toList();
    }

    @ExceptionHandler
    ResponseEntity<String> noPhoneNumber(IllegalArgumentException e) {
        return ResponseEntity.badRequest().body(e.getMessage()); // says what is wrong, never the number
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class NoSuchOrder extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoSuchOrder(long id) {
            super("there is no order " + id);
        }
    }
}

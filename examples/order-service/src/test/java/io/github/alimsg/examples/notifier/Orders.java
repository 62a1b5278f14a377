package io.github.alimsg.examples.notifier;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** In place of a table. */
@Component
class Orders {
    enum State {
        NEW,
        SENDING,
        WHATSAPP_ACCEPTED,
        SMS_ACCEPTED,
        UNKNOWN,
        FAILED,
        SENT,
        DELIVERED,
        READ
    }

    record Order(String id, String phone, State state) {}

    private final Map<String, Order> rows = new ConcurrentHashMap<>();

    void create(String id, String phone) {
        rows.put(id, new Order(id, phone, State.NEW));
    }

    Order get(String id) {
        return Objects.requireNonNull(rows.get(id));
    }

    /** Only forward: receipts come in any order. */
    void advance(String id, State to) {
        rows.computeIfPresent(id, (k, o) -> to.ordinal() > o.state().ordinal() ? new Order(k, o.phone(), to) : o);
    }

    void set(String id, State to) {
        rows.computeIfPresent(id, (k, o) -> new Order(k, o.phone(), to));
    }
}

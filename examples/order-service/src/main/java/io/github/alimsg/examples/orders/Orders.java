package io.github.alimsg.examples.orders;

import io.github.alimsg.core.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of orders. Publishes every change. */
@Repository
class Orders {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Orders(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * An order was placed or moved.
     *
     * @param id the order
     */
    record Changed(long id) {}

    long place(String item, PhoneNumber phone) {
        long id =
                jdbc.sql("select next value for order_number").query(Long.class).single();
        jdbc.sql("insert into orders (id, item, phone, state, version) values (?, ?, ?, 'PLACED', 0)")
                .params(id, item, phone.digits())
                .update();
        events.publishEvent(new Changed(id));
        return id;
    }

    Optional<Order> find(long id) {
        return jdbc.sql("select * from orders where id = ?")
                .param(id)
                .query(Orders::order)
                .optional();
    }

    List<Order> newest() {
        return jdbc.sql("select * from orders order by id desc limit 50")
                .query(Orders::order)
                .list();
    }

    /** Moves an order forward, and says whether it did. */
    boolean advance(long id, OrderState to) {
        int moved = jdbc.sql(
                        "update orders set state = :to, version = version + 1 where id = :id and state in (:before)")
                .param("to", to.name())
                .param("id", id)
                .param("before", to.before())
                .update();
        return changed(id, moved);
    }

    /** Moves a message of an order forward, and says whether it did. */
    boolean advance(NoticeKey key, MessageState to) {
        String column = key.channel().id();
        int moved = jdbc.sql(
                        "update orders set " + column + " = :to, version = version + 1 where id = :id and coalesce("
                                + column + ", 'NONE') in ('NONE', :before)")
                .param("to", to.name())
                .param("id", key.orderId())
                .param("before", to.before().isEmpty() ? List.of("NONE") : to.before())
                .update();
        return changed(key.orderId(), moved);
    }

    private boolean changed(long id, int rows) {
        if (rows > 0) {
            events.publishEvent(new Changed(id));
        }
        return rows > 0;
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getLong("id"),
                row.getString("item"),
                PhoneNumber.of(row.getString("phone")),
                OrderState.valueOf(row.getString("state")),
                messageState(row.getString("whatsapp")),
                messageState(row.getString("sms")),
                row.getLong("version"));
    }

    private static @Nullable MessageState messageState(@Nullable String name) {
        return name == null ? null : MessageState.valueOf(name);
    }
}

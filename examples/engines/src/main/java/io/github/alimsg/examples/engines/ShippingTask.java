package io.github.alimsg.examples.engines;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.function.Consumer;
import java.util.function.Function;

/** With db-scheduler: one task for each order, whose id is the order's. */
public final class ShippingTask {
    private ShippingTask() {}

    /**
     * Describes the task. An application schedules it with {@code task.instance(order.id())}.
     *
     * @param orders finds an order; the scheduler's table keeps no phone number
     * @param notice sends
     * @return the task
     */
    // snippet: once-db-scheduler
    public static OneTimeTask<Void> of(Function<String, Order> orders, Consumer<Order> notice) {
        return Tasks.oneTime("shipping-notice")
                .onDeadExecutionRevive() // the default: after a crash it runs again, and the key decides
                .onFailureRetryLater() // the default: after an exception it runs again in five minutes
                .execute((instance, context) -> notice.accept(orders.apply(instance.getId())));
    }
    // end
}

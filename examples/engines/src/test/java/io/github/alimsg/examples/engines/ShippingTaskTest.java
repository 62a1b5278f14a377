package io.github.alimsg.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** db-scheduler runs a task again whose process died. */
class ShippingTaskTest extends EngineTest {
    /** The scheduler revives tasks by the system's clock, whatever clock it is given. */
    private static final Instant START =
            Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    private final List<String> runs = new ArrayList<>();

    @BeforeEach
    void createTheSchedulersTable() {
        sql().execute("""
                create table scheduled_tasks (
                  task_name varchar(100), task_instance varchar(100), task_data blob,
                  execution_time timestamp with time zone, picked boolean, picked_by varchar(50),
                  last_success timestamp with time zone, last_failure timestamp with time zone,
                  consecutive_failures int, last_heartbeat timestamp with time zone, version bigint, priority smallint,
                  primary key (task_name, task_instance))""");
    }

    @ParameterizedTest
    @EnumSource
    void afterACrashTheTaskRunsAgainAndNothingIsSentAgain(Death death) {
        Node first = node();
        runAndDie(first, task(dying(first, death, 1, notice(first))));

        ManualScheduler second = anHourLater(node(), task(notice(node())));
        second.runDeadExecutionDetection();
        second.runAnyDueExecutions();
        if (death == Death.BEFORE_THE_OUTCOME_IS_WRITTEN) {
            assertThat(states()).as("until the lease ends nobody knows").containsExactly("SENDING");
            assertThat(tasks()).as("so the task will come again").isEqualTo(1);
            outwaitTheLease();
            second.tick(Duration.ofMinutes(10));
            second.runAnyDueExecutions();
        }

        assertThat(runs).hasSizeGreaterThan(1);
        assertThat(tasks()).as("done").isZero();
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void withoutKeysTheTaskIsSentAgain() {
        Node first = node();
        runAndDie(first, task(dying(first, Death.BEFORE_THE_ENGINE_IS_TOLD, 1, withoutKeys(sms()))));

        ManualScheduler second = anHourLater(node(), task(withoutKeys(sms())));
        second.runDeadExecutionDetection();
        second.runAnyDueExecutions();

        assertThat(sent()).isEqualTo(2);
    }

    @Test
    void withoutKeysDeadTasksMustBeCancelled() {
        Node first = node();
        runAndDie(first, cancelled(dying(first, Death.BEFORE_THE_ENGINE_IS_TOLD, 1, withoutKeys(sms()))));

        ManualScheduler second = anHourLater(node(), cancelled(withoutKeys(sms())));
        second.runDeadExecutionDetection();
        second.runAnyDueExecutions();

        assertThat(sent()).isEqualTo(1);
        assertThat(tasks()).as("and nobody ever knows what became of it").isZero();
    }

    private OneTimeTask<Void> task(Consumer<Order> notice) {
        return ShippingTask.of(this::order, notice);
    }

    private OneTimeTask<Void> cancelled(Consumer<Order> notice) {
        return Tasks.oneTime("shipping-notice")
                .onDeadExecution(new DeadExecutionHandler.CancelDeadExecution<>())
                .execute((instance, context) -> notice.accept(order(instance.getId())));
    }

    private Order order(String id) {
        runs.add(id);
        return new Order(id, "13900001234");
    }

    private void runAndDie(Node node, OneTimeTask<Void> task) {
        ManualScheduler scheduler = scheduler(node, task, START);
        scheduler.schedule(task.instance("order-4711"), START);
        scheduler.runAnyDueExecutions();
        assertThat(sql().queryForObject("select picked from scheduled_tasks", Boolean.class))
                .as("as the dead process left it")
                .isTrue();
    }

    private static ManualScheduler anHourLater(Node node, OneTimeTask<Void> task) {
        return scheduler(node, task, Instant.now().plus(Duration.ofMinutes(1)));
    }

    private static ManualScheduler scheduler(Node node, OneTimeTask<Void> task, Instant now) {
        var clock = new SettableClock();
        clock.set(now);
        return TestHelper.createManualScheduler(node, task).clock(clock).build();
    }

    private int tasks() {
        return sql().queryForObject("select count(*) from scheduled_tasks", Integer.class);
    }
}

package io.github.alimsg.examples.engines;

import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.transaction.PlatformTransactionManager;

/** With Spring Batch: reads all orders, and sends in the writer. */
public final class ShippingJob {
    private ShippingJob() {}

    /**
     * Describes the job.
     *
     * @param repository keeps how far it got
     * @param transactions commits chunks
     * @param dataSource has the orders
     * @param notice sends
     * @return the job
     */
    public static Job of(
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Consumer<Order> notice) {
        return new JobBuilder("shipping", repository)
                .start(step(repository, transactions, dataSource, notice))
                .build();
    }

    static Step step(
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Consumer<Order> notice) {
        JdbcCursorItemReader<Order> orders = new JdbcCursorItemReaderBuilder<Order>()
                .name("orders")
                .dataSource(dataSource)
                .sql("select id, phone from orders order by id")
                .rowMapper((row, number) -> new Order(row.getString("id"), row.getString("phone")))
                .build();
        // snippet: once-spring-batch
        return new StepBuilder("shipping-notices", repository)
                .<Order, Order>chunk(10)
                .transactionManager(transactions)
                .reader(orders)
                .writer(chunk -> chunk.forEach(notice)) // a chunk that is written again is not sent again
                .build();
        // end
    }

    /**
     * Goes on with a job that failed, or whose process died. Not before two minutes have passed: until then keys of the
     * dead process are still its own.
     *
     * @param repository keeps how far it got
     * @param operator runs it
     * @param parameters those that it was started with
     * @return how it ended
     * @throws JobRestartException when it can't go on
     */
    // snippet: once-spring-batch-restart
    public static JobExecution restart(JobRepository repository, JobOperator operator, JobParameters parameters)
            throws JobRestartException {
        JobExecution last = Objects.requireNonNull(repository.getLastJobExecution("shipping", parameters));
        if (last.isRunning()) { // its process died: you know that, Spring Batch does not
            operator.recover(last);
        }
        return operator.restart(last);
    }
    // end
}

package io.github.alimsg.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Batch writes a chunk again that was not committed. */
class ShippingJobTest extends EngineTest {
    private static final int ORDERS = 25;

    /** In the middle of the second chunk of ten. */
    private static final int FATAL = 14;

    private static final JobParameters DAY =
            new JobParametersBuilder().addString("day", "2026-11-21").toJobParameters();

    private final List<String> written = new ArrayList<>();
    private boolean restartable = true;

    @BeforeEach
    void createTheTables() {
        run("org/springframework/batch/core/schema-h2.sql");
        sql().execute("create table orders (id varchar(20) primary key, phone varchar(20))");
        for (int i = 0; i < ORDERS; i++) {
            sql().update("insert into orders values (?, ?)", "order-" + (1000 + i), "139000" + (10000 + i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterACrashInAChunkTheRestartSendsOnlyWhatWasNotSent(Death death) throws Exception {
        Node first = node();
        runAndDie(first, dying(first, death, FATAL, notice(first)));

        Node second = node();
        JobExecution restarted = restart(second, notice(second));
        if (death == Death.BEFORE_THE_OUTCOME_IS_WRITTEN) {
            assertThat(restarted.getStatus()).as("too early").isEqualTo(BatchStatus.FAILED);
            outwaitTheLease();
            restarted = restart(second, notice(second));
        }

        assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(written).as("the chunk that was lost is written again").hasSizeGreaterThan(ORDERS);
        assertThat(states()).hasSize(ORDERS).isSubsetOf("ACCEPTED", "UNKNOWN");
        assertThat(sent()).isEqualTo(ORDERS);
    }

    @Test
    void withoutKeysAChunkIsSentAgain() throws Exception {
        Node first = node();
        runAndDie(first, dying(first, Death.BEFORE_THE_ENGINE_IS_TOLD, FATAL, withoutKeys(sms())));

        restart(node(), withoutKeys(sms()));

        assertThat(sent()).isEqualTo(ORDERS + FATAL - 10);
    }

    @Test
    void withoutKeysRestartsMustBePrevented() throws Exception {
        restartable = false;
        Node first = node();
        runAndDie(first, dying(first, Death.BEFORE_THE_ENGINE_IS_TOLD, FATAL, withoutKeys(sms())));

        assertThatExceptionOfType(JobRestartException.class).isThrownBy(() -> restart(node(), withoutKeys(sms())));
        assertThat(sent()).as("and the others hear nothing").isEqualTo(FATAL);
    }

    private void runAndDie(Node node, Consumer<Order> notice) throws Exception {
        var batch = new Batch(node, notice);
        try {
            batch.operator.start(batch.job, DAY);
        } catch (RuntimeException | Node.Died e) {
            assertThat(e).as("a dead process can't say how it ended").isNotNull();
        }
        assertThat(written).hasSize(FATAL);
        assertThat(sql().queryForObject("select status from batch_job_execution", String.class))
                .as("as the dead process left it")
                .isEqualTo("STARTED");
    }

    private JobExecution restart(Node node, Consumer<Order> notice) throws Exception {
        var batch = new Batch(node, notice);
        return ShippingJob.restart(batch.repository, batch.operator, DAY);
    }

    /** What a process has of Spring Batch. */
    private final class Batch {
        private final JobRepository repository;
        private final TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        private final Job job;

        Batch(Node node, Consumer<Order> notice) throws Exception {
            var transactions = new JdbcTransactionManager(node);
            var factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(node);
            factory.setTransactionManager(transactions);
            factory.afterPropertiesSet();
            repository = factory.getObject();
            Consumer<Order> counted = order -> {
                written.add(order.id());
                notice.accept(order);
            };
            job = restartable
                    ? ShippingJob.of(repository, transactions, node, counted)
                    : new JobBuilder("shipping", repository)
                            .preventRestart()
                            .start(ShippingJob.step(repository, transactions, node, counted))
                            .build();
            var jobs = new MapJobRegistry();
            jobs.register(job);
            operator.setJobRepository(repository);
            operator.setJobRegistry(jobs);
            operator.afterPropertiesSet();
        }
    }
}

package io.github.alimsg.spring.boot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.caps.CapStore;
import io.github.alimsg.caps.CapWindow;
import io.github.alimsg.core.pacing.RateLimiter;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.jdbc.JdbcCapStore;
import io.github.alimsg.once.jdbc.JdbcRateLimiter;
import io.github.alimsg.once.jdbc.JdbcSeenReceipts;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.receipts.SeenReceipts.Claim;
import io.github.alimsg.redis.RedisCapStore;
import io.github.alimsg.redis.RedisRateLimiter;
import io.github.alimsg.redis.RedisScript;
import io.github.alimsg.redis.RedisScripts;
import io.github.alimsg.redis.RedisSeenReceipts;
import io.github.alimsg.spring.boot.Everything;
import io.github.alimsg.spring.boot.Failures;
import io.github.alimsg.spring.boot.receipts.AlimsgReceiptsAutoConfiguration;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisScriptingCommands;

@DisplayName("Turns, seen receipts and caps are shared where properties say")
class SharedStoresTest {
    private static final RedisScripts SCRIPTS = (script, keys, arguments) -> new CompletableFuture<>();
    private static final String[] ALL_IN_REDIS = {
        "alimsg.shared.turns=redis",
        "alimsg.shared.account=5123456789",
        "alimsg.shared.seen-receipts=redis",
        "alimsg.shared.caps=redis"
    };
    private static final String[] ALL_IN_THE_DATABASE = {
        "alimsg.shared.turns=jdbc",
        "alimsg.shared.account=5123456789",
        "alimsg.shared.seen-receipts=jdbc",
        "alimsg.shared.caps=jdbc"
    };

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(AlimsgSharedAutoConfiguration.class, AlimsgReceiptsAutoConfiguration.class));
    private final ApplicationContextRunner withRedis = application.withBean(RedisScripts.class, () -> SCRIPTS);
    private final ApplicationContextRunner withDatabase = application.withBean(
            DataSource.class, () -> database("runscript from 'classpath:io/github/alimsg/once/jdbc/h2.sql'"));

    private static DataSource database(String... statements) {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    @Test
    void withoutPropertiesNothingIsShared() {
        withDatabase.withBean(RedisScripts.class, () -> SCRIPTS).run(context -> {
            assertThat(context).doesNotHaveBean(RateLimiter.class).doesNotHaveBean(CapStore.class);
            assertThat(context.getBean(SeenReceipts.class)).isNotInstanceOf(RedisSeenReceipts.class);
            assertThat(context).doesNotHaveBean(SharedProperties.class);
        });
    }

    @Test
    void throughRedisAllThreeAreBeans() {
        withRedis.withPropertyValues(ALL_IN_REDIS).run(context -> {
            assertThat(context.getBean(RateLimiter.class)).isInstanceOf(RedisRateLimiter.class);
            assertThat(context.getBean(SeenReceipts.class)).isInstanceOf(RedisSeenReceipts.class);
            assertThat(context.getBean(CapStore.class)).isInstanceOf(RedisCapStore.class);
        });
    }

    @Test
    void throughTheDatabaseAllThreeAreBeansAndWork() {
        withDatabase
                .withPropertyValues(ALL_IN_THE_DATABASE)
                .withPropertyValues("alimsg.shared.limits.OwnOperation=0.5", "alimsg.shared.receipt-claim=1h")
                .run(context -> {
                    JdbcRateLimiter turns = (JdbcRateLimiter) context.getBean(RateLimiter.class);
                    assertThat(turns.reserve("OwnOperation", 1, Duration.ofMinutes(1)))
                            .isZero();
                    assertThat(turns.reserve("OwnOperation", 1, Duration.ofMinutes(1)))
                            .isBetween(Duration.ofMillis(1), Duration.ofMillis(2_060));
                    assertThat(turns.reserve("EnableWhatsappROIMetric", 1, Duration.ofMinutes(1)))
                            .isZero();
                    assertThat(turns.reserve("EnableWhatsappROIMetric", 1, Duration.ofMinutes(1)))
                            .as("documented: 5 a second")
                            .isBetween(Duration.ofNanos(1), Duration.ofMillis(206));
                    SeenReceipts seen = context.getBean(JdbcSeenReceipts.class);
                    assertThat(seen.claim("SmsReport:a")).isEqualTo(Claim.FIRST);
                    CapStore caps = context.getBean(JdbcCapStore.class);
                    List<CapWindow> window = List.of(new CapWindow("total:PT1H", 1, Duration.ofHours(1)));
                    assertThat(caps.take(window, Instant.now())).isEqualTo(CapStore.TAKEN);
                    assertThat(caps.take(window, Instant.now())).isEqualTo(0);
                });
    }

    @Test
    void beansOfTheApplicationTakeTheirPlace() {
        RateLimiter limiter = (operation, permits, longestWait) -> Duration.ZERO;
        CapStore caps = new CapStore() {
            @Override
            public int take(List<CapWindow> windows, Instant now) {
                return TAKEN;
            }

            @Override
            public void giveBack(List<CapWindow> windows, Instant takenAt) {}
        };
        ApplicationContextRunner own = withDatabase
                .withBean(RedisScripts.class, () -> SCRIPTS)
                .withBean(RateLimiter.class, () -> limiter)
                .withBean(SeenReceipts.class, SeenReceipts::none)
                .withBean(CapStore.class, () -> caps);
        for (String[] properties : new String[][] {ALL_IN_REDIS, ALL_IN_THE_DATABASE}) {
            own.withPropertyValues(properties)
                    .run(context -> assertThat(context)
                            .hasSingleBean(RateLimiter.class)
                            .hasSingleBean(SeenReceipts.class)
                            .hasSingleBean(CapStore.class)
                            .doesNotHaveBean(RedisRateLimiter.class)
                            .doesNotHaveBean(JdbcRateLimiter.class)
                            .doesNotHaveBean(RedisSeenReceipts.class)
                            .doesNotHaveBean(JdbcSeenReceipts.class));
        }
    }

    @Test
    void whatIsMissingEndsTheStartInOneParagraph() {
        assertThat(failure(application.withPropertyValues("alimsg.shared.seen-receipts=redis")))
                .contains("no single connection to Redis")
                .contains("RedisScripts");
        assertThat(failure(withRedis
                        .withPropertyValues("alimsg.shared.seen-receipts=redis")
                        .withClassLoader(new FilteredClassLoader(RedisScripts.class))))
                .contains("alimsg.shared.seen-receipts is redis, but the module sdk-redis is missing");
        assertThat(failure(withDatabase
                        .withPropertyValues("alimsg.shared.caps=jdbc")
                        .withClassLoader(new FilteredClassLoader(CapStore.class))))
                .contains("alimsg.shared.caps is jdbc, but the module sdk-caps is missing");
        assertThat(failure(withRedis.withPropertyValues("alimsg.shared.turns=redis")))
                .contains("alimsg.shared.account");
        assertThat(failure(withRedis.withPropertyValues(
                        "alimsg.shared.turns=redis", "alimsg.shared.account=a", "alimsg.shared.limits.Own=0")))
                .contains("A property of alimsg.shared is not valid")
                .contains("must be above 0");
        assertThat(failure(application.withPropertyValues("alimsg.shared.seen-receipts=jdbc")))
                .contains("no single DataSource");
    }

    @Test
    void aMissingTableEndsTheStartAndNamesTheScript() {
        for (String property : List.of("turns", "seen-receipts", "caps")) {
            assertThat(failure(application
                            .withBean(DataSource.class, SharedStoresTest::database)
                            .withPropertyValues("alimsg.shared.account=a", "alimsg.shared." + property + "=jdbc")))
                    .contains("a table is missing")
                    .contains("io/github/alimsg/once/jdbc/h2.sql")
                    .contains("migrations");
        }
    }

    @Test
    void tablesThatTheApplicationCreatesAtItsStartAreThereInTime() {
        new ApplicationContextRunner()
                .withUserConfiguration(Everything.class)
                .withPropertyValues(ALL_IN_THE_DATABASE)
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                        "spring.sql.init.schema-locations=classpath:io/github/alimsg/once/jdbc/h2.sql")
                .run(context -> assertThat(context)
                        .hasSingleBean(JdbcRateLimiter.class)
                        .hasSingleBean(JdbcSeenReceipts.class)
                        .hasSingleBean(JdbcCapStore.class));
    }

    private static String failure(ApplicationContextRunner application) {
        List<String> failure = new ArrayList<>();
        application.run(context -> failure.add(Failures.of(context.getStartupFailure())));
        return failure.get(0);
    }

    @Test
    void withoutTheModuleOfCapsOrKeysTheOthersWork() {
        withRedis
                .withPropertyValues("alimsg.shared.turns=redis", "alimsg.shared.account=a")
                .withPropertyValues("alimsg.shared.seen-receipts=redis")
                .withClassLoader(new FilteredClassLoader(Once.class.getPackageName(), "io.github.alimsg.caps"))
                .run(context -> assertThat(context)
                        .hasSingleBean(RedisRateLimiter.class)
                        .hasSingleBean(RedisSeenReceipts.class));
    }

    @Test
    void connectionsOfSpringDataRunTheScripts() {
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        application
                .withBean(RedisConnectionFactory.class, () -> redis(sent))
                .withPropertyValues("alimsg.shared.seen-receipts=redis")
                .run(context -> {
                    RedisScripts scripts = context.getBean(RedisScripts.class);
                    RedisScript script = RedisScript.of("return {1, 2}");
                    assertThat(scripts.run(script, List.of("key"), List.of("a", "b"))
                                    .toCompletableFuture()
                                    .get(1, TimeUnit.MINUTES))
                            .containsExactly(2L);
                    assertThat(sent).containsExactly("evalSha 1 key a b");
                });
    }

    /** A Redis that says 2 to every script. */
    private static RedisConnectionFactory redis(List<String> sent) {
        Behaviour scripts = (name, arguments) -> {
            byte[][] texts = (byte[][]) arguments[3];
            sent.add(name + " " + arguments[2] + " "
                    + String.join(
                            " ",
                            Arrays.stream(texts)
                                    .map(text -> new String(text, StandardCharsets.UTF_8))
                                    .toList()));
            return List.of(2L);
        };
        var commands = proxy(RedisScriptingCommands.class, scripts);
        var connection = proxy(RedisConnection.class, (name, arguments) -> switch (name) {
            case "evalSha" -> scripts.call(name, arguments);
            case "scriptingCommands" -> commands;
            default -> null;
        });
        return proxy(
                RedisConnectionFactory.class, (name, arguments) -> name.equals("getConnection") ? connection : null);
    }

    private interface Behaviour {
        Object call(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getReturnType() == boolean.class) {
                        return method.getName().equals("equals") && self == arguments[0];
                    }
                    return method.getReturnType() == int.class
                            ? System.identityHashCode(self)
                            : behaviour.call(method.getName(), arguments);
                }));
    }
}

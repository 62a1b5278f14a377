package io.github.alimsg.spring.boot.test;

import io.github.alimsg.testing.FakeCloud;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;

/**
 * A test of what uses clients, without the rest of the application: only clients, credentials, receipts and idempotency
 * keys are configured, from the application's properties, with {@link FakeCloud} in place of the service.
 *
 * <pre>{@code
 * @AlimsgTest
 * @Import(OrderNotifier.class)
 * class OrderNotifierTest {
 *     @Autowired
 *     OrderNotifier notifier;
 *
 *     @Test
 *     void tellsTheCustomer(FakeCloud cloud) {
 *         notifier.shipped("order-4711", "6281234567890");
 *
 *         assertThat(cloud.messages().to("6281234567890")).hasSize(1);
 *     }
 * }
 * }</pre>
 *
 * <p>Of the components that are scanned, only those that change clients are found: customizers, guards, interceptors,
 * listeners, retry policies and rate limiters. {@code @Import} what else the test needs, handlers of receipts included.
 *
 * <p>The application's data source, its transactions and its migrations are configured only if {@code
 * alimsg.once.enabled} is true. With a {@link #webEnvironment()} that listens, the paths of receipts can be posted to.
 *
 * <p>To test the whole application, use {@link SpringBootTest} and {@link AutoConfigureFakeCloud}, which also says how
 * long a fake lives.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest
@AutoConfigureFakeCloud
@ImportAutoConfiguration
public @interface AlimsgTest {
    /** {@return properties that are set for the test, each as {@code key=value}} */
    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};

    /** {@return the configurations to load; by default, the one of the application is searched} */
    @AliasFor(annotation = SpringBootTest.class)
    Class<?>[] classes() default {};

    /** {@return where the test listens; by default nowhere} */
    @AliasFor(annotation = SpringBootTest.class)
    SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.NONE;
}

package io.github.alimsg.spring.boot.test;

import io.github.alimsg.testing.FakeCloud;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Puts {@link FakeCloud} in place of the service: all clients that are auto-configured call it, whatever the
 * application's properties say.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureFakeCloud
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
 * <p>The fake is a bean, and a parameter of methods for tests. It knows the products whose modules the application has,
 * is {@linkplain FakeCloud#reset() reset} before each test, and is closed with the application context. A test fails when
 * the fake had a defect, such as an exception in a function given to {@code thenAnswer}. Tests that share a context can't
 * run in parallel.
 *
 * <p>A bean of type {@code FakeCloud} replaces it, for other settings. Clients that the application builds itself don't
 * call it, unless it takes the endpoint from {@link io.github.alimsg.spring.boot.AlimsgConnectionDetails}.
 *
 * <p>It may also be put on a configuration, to start the application with a fake by hand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration(FakeCloudAutoConfiguration.class)
@ExtendWith(FakeCloudParameter.class)
public @interface AutoConfigureFakeCloud {}

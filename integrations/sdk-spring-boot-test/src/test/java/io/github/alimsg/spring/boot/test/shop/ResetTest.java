package io.github.alimsg.spring.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.ThrottledException;
import io.github.alimsg.core.retry.RetryPolicy;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.spring.boot.test.AlimsgTest;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@DisplayName("Nothing of a test is left for the next, neither in the fake nor in the clients")
@AlimsgTest
@Import(Notifier.class)
class ResetTest {
    @TestConfiguration(proxyBeanMethods = false)
    static class Settings {
        @Bean
        ManualTime time() {
            return new ManualTime();
        }

        /** A fake of the test's own replaces the one that there is otherwise. */
        @Bean
        FakeCloud fakeOfTheTest(ManualTime time) {
            return FakeCloud.builder()
                    .withProduct(DysmsInternationalClient.PRODUCT)
                    .timeSource(time)
                    .start();
        }

        @Bean
        RetryPolicy once() {
            return RetryPolicy.none();
        }
    }

    @RepeatedTest(3)
    void everyTestBeginsAnew(@Autowired Notifier notifier, @Autowired ManualTime time, FakeCloud cloud) {
        assertThat(cloud.received()).isEmpty();
        notifier.shipped("order-1");
        assertThat(time.sleeps())
                .as("what the throttling of the last test costs")
                .isEmpty();

        cloud.when(Notifier.SMS).thenThrottle(Duration.ofSeconds(15));
        assertThatThrownBy(() -> notifier.shipped("order-2")).isInstanceOf(ThrottledException.class);
    }
}

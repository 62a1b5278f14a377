package io.github.alimsg.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.time.TimeSource;
import org.junit.jupiter.api.Test;

/** How a client is pointed at the fake. */
class ConfigureTest {
    private static final class SomeBuilder extends ClientBuilder<SomeBuilder> {}

    @Test
    void aClientGetsEndpointAndCredentials() {
        try (var cloud = FakeCloud.start()) {
            SomeBuilder builder = cloud.configure(new SomeBuilder());

            var options = builder.options();
            assertThat(options.endpoint())
                    .isEqualTo(cloud.endpoint())
                    .hasScheme("http")
                    .hasHost("127.0.0.1");
            assertThat(options.credentials()).isNotNull();
            assertThat(options.credentials().credentials()).isEqualTo(cloud.credentials());
            assertThat(options.timeSource()).isSameAs(TimeSource.system());
        }
    }

    @Test
    void aClientWithoutAClockGetsTheFakes() {
        var time = new ManualTime();
        var other = new ManualTime();
        try (var cloud = FakeCloud.builder().timeSource(time).start()) {
            assertThat(cloud.configure(new SomeBuilder()).options().timeSource())
                    .isSameAs(time);
            assertThat(cloud.configure(new SomeBuilder().timeSource(other))
                            .options()
                            .timeSource())
                    .isSameAs(other);
        }
    }

    @Test
    void closingTwiceIsHarmless() {
        var cloud = FakeCloud.start();
        cloud.close();
        cloud.close();
    }
}

package io.github.alimsg.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

/** The build runs these tests twice. */
class MicrometerVersionTest {
    @Test
    void theTestsRunWithTheMicrometerThatTheBuildNames() {
        String expected = System.getProperty("micrometer.expected");
        assertThat(MeterRegistry.class.getPackage().getImplementationVersion()).isEqualTo(expected);
        assertThat(ObservationRegistry.class.getPackage().getImplementationVersion())
                .isEqualTo(expected);
    }
}

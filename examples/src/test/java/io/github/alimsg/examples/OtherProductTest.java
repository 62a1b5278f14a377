package io.github.alimsg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.Delivery;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.examples.weather.WeatherClient;
import io.github.alimsg.examples.weather.model.SendWarningRequest;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client generated from three small files pages, creates and sends like the others. */
@ExtendWith(FakeCloudExtension.class)
class OtherProductTest {
    @Test
    void itPagesCreatesAndSends(FakeCloud cloud) {
        try (WeatherClient weather = cloud.configure(WeatherClient.builder()).build()) {
            OtherProduct.prepare(cloud);
            OtherProduct.warnOfFrost(weather);
        }

        assertThat(cloud.received("ListStations"))
                .extracting(call -> call.parameter("PageNumber"))
                .containsExactly("1", "2");
        assertThat(cloud.received("SendWarning"))
                .extracting(call -> call.parameter("Text"))
                .containsExactly("Frost in Tromsø: -4.5 °C", "Frost in Røros: -11.0 °C");
    }

    @Test
    void itNeverSendsTwice(FakeCloud cloud) {
        cloud.withProduct(WeatherClient.PRODUCT);
        cloud.when("SendWarning").thenCutAfterRequest();
        var request = SendWarningRequest.builder()
                .alarmId("alarm-1")
                .phoneNumber("4791234567")
                .text("Frost")
                .build();

        assertThat(request.toString()).doesNotContain("4791234567", "Frost");
        try (WeatherClient weather = cloud.configure(WeatherClient.builder()).build()) {
            assertThatThrownBy(() -> weather.sendWarning(request))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            failure -> assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN));
        }
        assertThat(cloud.receivedCount("SendWarning")).isEqualTo(1);
    }
}

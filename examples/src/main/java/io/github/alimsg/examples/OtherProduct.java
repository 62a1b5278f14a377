package io.github.alimsg.examples;

import static java.util.Objects.requireNonNull;

import io.github.alimsg.examples.weather.WeatherClient;
import io.github.alimsg.examples.weather.model.AlarmKind;
import io.github.alimsg.examples.weather.model.ListStationsResponse.Station;
import io.github.alimsg.testing.FakeCloud;
import java.util.List;
import java.util.Map;

/** A client for another product, generated from the made-up API in {@code src/main/api/weather-2026-01-01}. */
public final class OtherProduct {
    private OtherProduct() {}

    /**
     * Looks for frost at the stations of a fake and sends warnings.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (FakeCloud cloud = FakeCloud.start();
                WeatherClient weather = cloud.configure(WeatherClient.builder()).build()) {
            prepare(cloud);
            warnOfFrost(weather);
        }
    }

    static void prepare(FakeCloud cloud) {
        cloud.withProduct(WeatherClient.PRODUCT);
        cloud.when("ListStations")
                .thenSucceedWith(page(station("Tromsø", -4.5), station("Oslo", 6)))
                .thenSucceedWith(page(station("Røros", -11)));
        cloud.when("CreateAlarm").thenSucceedWith(Map.of("AlarmId", "alarm-1"));
    }

    static void warnOfFrost(WeatherClient weather) {
        for (Station station : weather.allStations(list -> list.country("NO").pageSize(2))) {
            Double temperature = station.temperature();
            if (temperature != null && temperature < 0) {
                warn(weather, station, temperature);
            }
        }
    }

    private static void warn(WeatherClient weather, Station station, double temperature) {
        var alarm = weather.createAlarm(create -> create.stationId(requireNonNull(station.stationId()))
                .kind(AlarmKind.FROST)
                .threshold(0));
        var warning = weather.sendWarning(send -> send.alarmId(requireNonNull(alarm.alarmId()))
                .phoneNumber("4791234567")
                .text("Frost in " + station.name() + ": " + temperature + " °C"));
        System.out.println("warned of frost in " + station.name() + ", request id " + warning.requestId());
    }

    private static Map<String, Object> page(Map<?, ?>... stations) {
        return Map.of("TotalCount", 3, "Stations", List.of(stations));
    }

    private static Map<String, Object> station(String name, double temperature) {
        return Map.of("StationId", "st-" + name, "Name", name, "Temperature", temperature);
    }
}

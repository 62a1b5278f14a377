package io.github.alimsg.examples.orders;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OrderServiceApplication {
    /**
     * Starts it.
     *
     * @param arguments Spring's
     */
    public static void main(String... arguments) {
        SpringApplication.run(OrderServiceApplication.class, arguments);
    }
}

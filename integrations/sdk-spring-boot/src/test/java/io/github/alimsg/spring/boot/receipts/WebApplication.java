package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.spring.boot.Everything;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Web applications that listen at a port. */
enum WebApplication {
    MVC("servlet"),
    WEBFLUX("reactive");

    private final String type;

    WebApplication(String type) {
        this.type = type;
    }

    interface Use {
        void with(int port, ApplicationContext context) throws Exception;
    }

    interface UsePort {
        void with(int port) throws Exception;
    }

    /** Starts one. */
    ConfigurableApplicationContext start(Class<?> handlers, String... properties) {
        ReceiptsTest.HANDLED.clear();
        String[] all = Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "spring.main.web-application-type=" + type,
                                "spring.main.banner-mode=off",
                                "spring.main.register-shutdown-hook=false",
                                "spring.autoconfigure.exclude="),
                        Stream.of(properties))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(Everything.class, handlers)
                .properties(all)
                .run();
    }

    void run(Class<?> handlers, UsePort use) {
        run(handlers, (port, context) -> use.with(port));
    }

    void run(Class<?> handlers, Use use) {
        try (ConfigurableApplicationContext context =
                start(handlers, "alimsg.receipts.path=/hooks/s3cretMarker", "alimsg.receipts.max-body-size=1KB")) {
            use.with(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), context);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

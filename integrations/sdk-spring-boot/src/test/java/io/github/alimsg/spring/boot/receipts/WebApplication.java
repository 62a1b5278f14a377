package io.github.alimsg.spring.boot.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.HttpHandlerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.ReactiveWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.WebFluxAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.reactive.context.AnnotationConfigReactiveWebServerApplicationContext;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** Web applications that listen at a port. */
enum WebApplication {
    MVC(() -> new WebApplicationContextRunner(AnnotationConfigServletWebServerApplicationContext::new)
            .withConfiguration(AutoConfigurations.of(
                    AlimsgReceiptsAutoConfiguration.class,
                    ServletWebServerFactoryAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    HttpMessageConvertersAutoConfiguration.class,
                    WebMvcAutoConfiguration.class))),
    WEBFLUX(() -> new ReactiveWebApplicationContextRunner(AnnotationConfigReactiveWebServerApplicationContext::new)
            .withConfiguration(AutoConfigurations.of(
                    AlimsgReceiptsAutoConfiguration.class,
                    ReactiveWebServerFactoryAutoConfiguration.class,
                    HttpHandlerAutoConfiguration.class,
                    WebFluxAutoConfiguration.class)));

    private final Supplier<AbstractApplicationContextRunner<?, ?, ?>> runner;

    WebApplication(Supplier<AbstractApplicationContextRunner<?, ?, ?>> runner) {
        this.runner = runner;
    }

    interface Use {
        void with(int port, ApplicationContext context) throws Exception;
    }

    interface UsePort {
        void with(int port) throws Exception;
    }

    AbstractApplicationContextRunner<?, ?, ?> runner() {
        return runner.get().withPropertyValues("server.port=0");
    }

    void run(Class<?> handlers, UsePort use) {
        run(handlers, (port, context) -> use.with(port));
    }

    void run(Class<?> handlers, Use use) {
        ReceiptsTest.HANDLED.clear();
        runner().withUserConfiguration(handlers)
                .withPropertyValues("alimsg.receipts.path=/hooks/s3cretMarker", "alimsg.receipts.max-body-size=1KB")
                .run(context -> {
                    assertThat(context.getStartupFailure()).isNull();
                    WebServerApplicationContext server =
                            (WebServerApplicationContext) context.getSourceApplicationContext();
                    use.with(server.getWebServer().getPort(), context);
                });
    }
}

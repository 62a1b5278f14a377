package io.github.alimsg.spring.boot.test.process;

import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.receipts.DeliveryReport;
import io.github.alimsg.receipts.ReceiptHandler;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** An application that sends in a request, with {@code async} and in a handler of receipts, and prints how each ends. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SendingApplication {
    static final String NUMBER = "6281234567890";

    private static final CountDownLatch OUTCOMES = new CountDownLatch(3);

    public static void main(String... arguments) {
        ConfigurableApplicationContext context = SpringApplication.run(SendingApplication.class, arguments);
        say("listening", context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Bean
    RouterFunction<ServerResponse> routes(DysmsInternationalClient sms) {
        return RouterFunctions.route()
                .POST("/send", request -> {
                    send(sms, "request");
                    return ServerResponse.ok().body("sent");
                })
                .POST("/async", request -> {
                    sms.async(client -> client.sendMessageToGlobe(
                                    m -> m.to(NUMBER).message("Hello").taskId("async")))
                            .whenComplete((response, failure) -> ended("async", failure));
                    return ServerResponse.accepted().build();
                })
                .build();
    }

    @Bean
    ReceiptHandler<DeliveryReport> reports(DysmsInternationalClient sms) {
        return report -> send(sms, "receipt");
    }

    @Bean
    ApplicationListener<ContextClosedEvent> closing() {
        return event -> say("closing", "");
    }

    /** The end of a send reaches the thread that sent; that the thread has time to say so is up to the application. */
    @Bean
    DisposableBean lastWords() {
        return () -> OUTCOMES.await(10, TimeUnit.SECONDS);
    }

    private static void send(DysmsInternationalClient sms, String where) {
        try {
            sms.sendMessageToGlobe(m -> m.to(NUMBER).message("Hello").taskId(where));
            ended(where, null);
        } catch (SdkException e) {
            ended(where, e);
            throw e;
        }
    }

    private static void ended(String where, @Nullable Throwable failure) {
        say(where, outcome(failure));
        OUTCOMES.countDown();
    }

    private static String outcome(@Nullable Throwable failure) {
        if (failure instanceof CompletionException) {
            return outcome(failure.getCause());
        }
        if (failure instanceof SdkException e) {
            return e.mayHaveTakenEffect() ? "unknown" : "not sent";
        }
        return failure == null ? "sent" : failure.toString();
    }

    private static void say(String what, String how) {
        System.out.println("app: " + what + " " + how);
    }
}

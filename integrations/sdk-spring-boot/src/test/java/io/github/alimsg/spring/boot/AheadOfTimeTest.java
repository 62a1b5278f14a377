package io.github.alimsg.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.intercept.Interceptor;
import io.github.alimsg.micrometer.CallObservations;
import io.github.alimsg.micrometer.ClientMeters;
import io.github.alimsg.micrometer.ReceiptMeters;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.spring.boot.observation.AlimsgObservationAutoConfiguration;
import io.github.alimsg.spring.boot.receipts.AlimsgReceiptsAutoConfiguration;
import io.github.alimsg.spring.boot.receipts.ReceiptDispatchers;
import io.github.alimsg.sts.StsClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;

@DisplayName("An application that was processed ahead of time has the same beans")
class AheadOfTimeTest {
    private static final String[] PROPERTIES = {
        "alimsg.credentials.access-key-id=LTAIkey",
        "alimsg.credentials.access-key-secret=s3cretMarker",
        "alimsg.accounts.marketing.region=cn-hangzhou",
        "alimsg.accounts.marketing.credentials.access-key-id=LTAIother",
        "alimsg.accounts.marketing.credentials.access-key-secret=s3cretMarker",
    };

    @Test
    @CompileWithForkedClassLoader
    void beansAreCreatedByGeneratedCode() {
        var generated = new TestGenerationContext();
        String initializer;
        try (var context = new GenericApplicationContext()) {
            TestPropertyValues.of(PROPERTIES).applyTo(context);
            AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
            context.registerBean(Application.class);
            initializer = new ApplicationContextAotGenerator()
                    .processAheadOfTime(context, generated)
                    .canonicalName();
        }
        generated.writeGeneratedContent();
        TestCompiler.forSystem().with(generated).compile(compiled -> {
            assertThat(compiled.getSourceFiles().stream()
                            .filter(file -> file.getContent().contains("s3cretMarker")
                                    || file.getContent().contains("LTAI")))
                    .as("no key in generated code")
                    .isEmpty();
            try (var context = new GenericApplicationContext()) {
                TestPropertyValues.of(PROPERTIES).applyTo(context);
                start(context, compiled.getInstance(ApplicationContextInitializer.class, initializer));
                assertThat(context.getBean(CredentialsProvider.class)
                                .credentials()
                                .accessKeyId())
                        .isEqualTo("LTAIkey");
                assertThat(context.getBean(ConfiguredClients.class).list()).isEmpty();
                CamsClient main = context.getBean(CamsClient.class);
                CamsClient other = BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                        context.getBeanFactory(), CamsClient.class, "marketing");
                assertThat(other).isNotSameAs(main).isSameAs(context.getBean("marketingCamsClient"));
                assertThat(context.getBean(StsClient.class)).isNotNull();
                assertThat(context.getBean(SeenReceipts.class)).isNotNull();
                assertThat(context.getBean(ReceiptDispatchers.class)).isNotNull();
                assertThat(context.getBean(ReceiptMeters.class)).isNotNull();
                assertThat(context.getBean(ClientMeters.class)).isNotNull();
                List<Interceptor> interceptors = context.getBeanProvider(Interceptor.class)
                        .orderedStream()
                        .toList();
                assertThat(interceptors).hasSize(2).first().isInstanceOf(CallObservations.class);
            }
        });
    }

    @SuppressWarnings("unchecked") // the generated class is one for this context
    private static void start(GenericApplicationContext context, ApplicationContextInitializer<?> initializer) {
        ((ApplicationContextInitializer<GenericApplicationContext>) initializer).initialize(context);
        context.refresh();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        AlimsgClientsAutoConfiguration.class,
        AlimsgReceiptsAutoConfiguration.class,
        AlimsgObservationAutoConfiguration.class,
    })
    static class Application {
        @Bean
        Interceptor own() {
            return Interceptor.Call::proceed;
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ObservationRegistry observations() {
            return ObservationRegistry.create();
        }
    }
}

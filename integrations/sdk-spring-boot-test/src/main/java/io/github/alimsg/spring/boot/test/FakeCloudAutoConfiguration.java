package io.github.alimsg.spring.boot.test;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.wire.Product;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.spring.boot.AlimsgClientCustomizer;
import io.github.alimsg.spring.boot.AlimsgConnectionDetails;
import io.github.alimsg.spring.boot.receipts.ReceiptDispatchers;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/** A fake that knows the products of the application, and clients that call it. */
@AutoConfiguration
class FakeCloudAutoConfiguration {
    private static final String PRODUCTS = "io.github.alimsg.";

    @Bean
    @ConditionalOnMissingBean
    FakeCloud fakeCloud(ResourceLoader loader) {
        ClassLoader classes = loader.getClassLoader();
        FakeCloud.Builder builder = FakeCloud.builder();
        add(builder, classes, "cams.CamsClient", () -> CamsClient.PRODUCT);
        add(builder, classes, "dysms.international.DysmsInternationalClient", () -> DysmsInternationalClient.PRODUCT);
        add(builder, classes, "dysms.mainland.DysmsMainlandClient", () -> DysmsMainlandClient.PRODUCT);
        add(builder, classes, "sts.StsClient", () -> StsClient.PRODUCT);
        return builder.start();
    }

    private static void add(
            FakeCloud.Builder builder, @Nullable ClassLoader classes, String client, Supplier<Product> product) {
        if (ClassUtils.isPresent(PRODUCTS + client, classes)) {
            builder.withProduct(product.get());
        }
    }

    /** Primary, so that it also beats connection details of the application. */
    @Bean
    @Primary
    AlimsgConnectionDetails fakeCloudConnection(FakeCloud cloud) {
        return new AlimsgConnectionDetails() {
            @Override
            public URI endpoint() {
                return cloud.endpoint();
            }

            @Override
            public CredentialsProvider credentials() {
                return cloud::credentials;
            }
        };
    }

    /** The fake resets what clients have learned only if it was told of them. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    AlimsgClientCustomizer fakeCloudClients(FakeCloud cloud) {
        return builder -> configure(cloud, builder);
    }

    @SuppressWarnings("unchecked") // the argument of a builder is its own type
    private static <B extends ClientBuilder<B>> void configure(FakeCloud cloud, ClientBuilder<?> builder) {
        cloud.configure((B) builder);
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    LocalReceipts localReceipts(FakeCloud cloud, ReceiptDispatchers dispatchers, Environment environment) {
        return new LocalReceipts(cloud, dispatchers, environment);
    }
}

package io.github.alimsg.spring.boot;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.SdkClient;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.sts.StsClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * The clients of the products whose modules the application has, each created when something first needs it. A client
 * bean of the application replaces the one of the same type.
 */
@AutoConfiguration(after = AlimsgCredentialsAutoConfiguration.class)
@ConditionalOnClass(SdkClient.class)
@Import(AccountClients.class)
public final class AlimsgClientsAutoConfiguration {
    AlimsgClientsAutoConfiguration() {}

    @Bean
    static NoEventListeners alimsgNoEventListeners() {
        return new NoEventListeners();
    }

    @Bean
    @ConditionalOnMissingBean
    ConfiguredClients alimsgClients() {
        return new ConfiguredClients();
    }

    @Bean
    @Lazy
    ClientFactory alimsgClientFactory(
            ClientSetup setup, AccountCredentials credentials, ConfiguredClients clients, ListableBeanFactory beans) {
        return new ClientFactory(setup, credentials, clients, beans);
    }

    @Bean
    ClientShutdown alimsgClientShutdown(ApplicationContext context, ConfigurableListableBeanFactory beans) {
        return new ClientShutdown(context, beans);
    }

    /** Returns the class that creates a product's clients. */
    static Class<?> of(ProductKind product) {
        return switch (product) {
            case CAMS -> Cams.class;
            case SMS_INTERNATIONAL -> DysmsInternational.class;
            case SMS_MAINLAND -> DysmsMainland.class;
            case STS -> Sts.class;
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CamsClient.class)
    static class Cams {
        @Bean
        @Lazy
        @ConditionalOnMissingBean
        @ConditionalOnProperty(name = "alimsg.cams.enabled", matchIfMissing = true)
        CamsClient camsClient(ClientFactory factory, ObjectProvider<CamsClientCustomizer> customizers) {
            return create(null, factory, customizers);
        }

        static CamsClient accountClient(
                String account, ClientFactory factory, ObjectProvider<CamsClientCustomizer> customizers) {
            return create(account, factory, customizers);
        }

        private static CamsClient create(
                @Nullable String account, ClientFactory factory, ObjectProvider<CamsClientCustomizer> customizers) {
            return factory.create(
                    ProductKind.CAMS,
                    account,
                    CamsClient.builder(),
                    customizers,
                    CamsClientCustomizer::customize,
                    CamsClient.Builder::build);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DysmsInternationalClient.class)
    static class DysmsInternational {
        @Bean
        @Lazy
        @ConditionalOnMissingBean
        @ConditionalOnProperty(name = "alimsg.sms-international.enabled", matchIfMissing = true)
        DysmsInternationalClient dysmsInternationalClient(
                ClientFactory factory, ObjectProvider<DysmsInternationalClientCustomizer> customizers) {
            return create(null, factory, customizers);
        }

        static DysmsInternationalClient accountClient(
                String account, ClientFactory factory, ObjectProvider<DysmsInternationalClientCustomizer> customizers) {
            return create(account, factory, customizers);
        }

        private static DysmsInternationalClient create(
                @Nullable String account,
                ClientFactory factory,
                ObjectProvider<DysmsInternationalClientCustomizer> customizers) {
            return factory.create(
                    ProductKind.SMS_INTERNATIONAL,
                    account,
                    DysmsInternationalClient.builder(),
                    customizers,
                    DysmsInternationalClientCustomizer::customize,
                    DysmsInternationalClient.Builder::build);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DysmsMainlandClient.class)
    static class DysmsMainland {
        @Bean
        @Lazy
        @ConditionalOnMissingBean
        @ConditionalOnProperty(name = "alimsg.sms-mainland.enabled", matchIfMissing = true)
        DysmsMainlandClient dysmsMainlandClient(
                ClientFactory factory, ObjectProvider<DysmsMainlandClientCustomizer> customizers) {
            return create(null, factory, customizers);
        }

        static DysmsMainlandClient accountClient(
                String account, ClientFactory factory, ObjectProvider<DysmsMainlandClientCustomizer> customizers) {
            return create(account, factory, customizers);
        }

        private static DysmsMainlandClient create(
                @Nullable String account,
                ClientFactory factory,
                ObjectProvider<DysmsMainlandClientCustomizer> customizers) {
            return factory.create(
                    ProductKind.SMS_MAINLAND,
                    account,
                    DysmsMainlandClient.builder(),
                    customizers,
                    DysmsMainlandClientCustomizer::customize,
                    DysmsMainlandClient.Builder::build);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(StsClient.class)
    static class Sts {
        @Bean
        @Lazy
        @ConditionalOnMissingBean
        @ConditionalOnProperty(name = "alimsg.sts.enabled", matchIfMissing = true)
        StsClient stsClient(ClientFactory factory, ObjectProvider<StsClientCustomizer> customizers) {
            return create(null, factory, customizers);
        }

        static StsClient accountClient(
                String account, ClientFactory factory, ObjectProvider<StsClientCustomizer> customizers) {
            return create(account, factory, customizers);
        }

        private static StsClient create(
                @Nullable String account, ClientFactory factory, ObjectProvider<StsClientCustomizer> customizers) {
            return factory.create(
                    ProductKind.STS,
                    account,
                    StsClient.builder(),
                    customizers,
                    StsClientCustomizer::customize,
                    StsClient.Builder::build);
        }
    }
}

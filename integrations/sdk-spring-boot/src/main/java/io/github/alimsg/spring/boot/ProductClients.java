package io.github.alimsg.spring.boot;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.sts.StsClient;
import org.springframework.beans.factory.ObjectProvider;

/** Creates the clients of each product, in a class that is used only where the application has the product's module. */
final class ProductClients {
    private ProductClients() {}

    /** Returns the class that creates a product's clients, by its method {@code client}. */
    static Class<?> of(ProductKind product) {
        return switch (product) {
            case CAMS -> Cams.class;
            case SMS_INTERNATIONAL -> DysmsInternational.class;
            case SMS_MAINLAND -> DysmsMainland.class;
            case STS -> Sts.class;
        };
    }

    static final class Cams {
        private Cams() {}

        static CamsClient client(
                String account, ClientFactory factory, ObjectProvider<CamsClientCustomizer> customizers) {
            return factory.create(
                    ProductKind.CAMS,
                    account,
                    CamsClient.builder(),
                    customizers,
                    CamsClientCustomizer::customize,
                    CamsClient.Builder::build);
        }
    }

    static final class DysmsInternational {
        private DysmsInternational() {}

        static DysmsInternationalClient client(
                String account, ClientFactory factory, ObjectProvider<DysmsInternationalClientCustomizer> customizers) {
            return factory.create(
                    ProductKind.SMS_INTERNATIONAL,
                    account,
                    DysmsInternationalClient.builder(),
                    customizers,
                    DysmsInternationalClientCustomizer::customize,
                    DysmsInternationalClient.Builder::build);
        }
    }

    static final class DysmsMainland {
        private DysmsMainland() {}

        static DysmsMainlandClient client(
                String account, ClientFactory factory, ObjectProvider<DysmsMainlandClientCustomizer> customizers) {
            return factory.create(
                    ProductKind.SMS_MAINLAND,
                    account,
                    DysmsMainlandClient.builder(),
                    customizers,
                    DysmsMainlandClientCustomizer::customize,
                    DysmsMainlandClient.Builder::build);
        }
    }

    static final class Sts {
        private Sts() {}

        static StsClient client(
                String account, ClientFactory factory, ObjectProvider<StsClientCustomizer> customizers) {
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

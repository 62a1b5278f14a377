package io.github.alimsg.examples.orders;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.spring.boot.AlimsgConnectionDetails;
import io.github.alimsg.testing.FakeCloud;
import java.net.URI;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** FakeCloud in place of the service: the application itself does not know. */
@TestConfiguration(proxyBeanMethods = false)
class FakeService {
    @Bean
    FakeCloud cloud() {
        return FakeCloud.builder()
                .withProduct(CamsClient.PRODUCT, DysmsInternationalClient.PRODUCT)
                .keep(1_000)
                .start();
    }

    @Bean
    AlimsgConnectionDetails fakeConnection(FakeCloud cloud) {
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

    /** Posts what waits, each kind to its path. */
    static void deliver(FakeCloud cloud, int port, String secret) {
        String hooks = "http://127.0.0.1:" + port + "/hooks/" + secret;
        cloud.receipts().deliver(URI.create(hooks + "/cams"), d -> d.only("ChatAppStatus"));
        cloud.receipts().deliver(URI.create(hooks + "/sms-international"), d -> d.only("GlobeSmsReport"));
    }
}

package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.intercept.CallInfo;
import io.github.alimsg.core.intercept.CallListener;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients and calls say which product they belong to. */
@ExtendWith(FakeCloudExtension.class)
class WhichClientTest {
    @Test
    void aClientShowsProductAndEndpoint() {
        try (DysmsInternationalClient abroad = DysmsInternationalClient.create();
                DysmsMainlandClient mainland = DysmsMainlandClient.create();
                CamsClient cams =
                        CamsClient.builder().endpoint("http://127.0.0.1:8080").build()) {
            assertThat(abroad)
                    .hasToString(
                            "DysmsInternationalClient[Dysmsapi 2018-05-01 at https://dysmsapi.ap-southeast-1.aliyuncs.com]");
            assertThat(mainland)
                    .hasToString("DysmsMainlandClient[Dysmsapi 2017-05-25 at https://dysmsapi.aliyuncs.com]");
            assertThat(cams).hasToString("CamsClient[cams 2020-06-06 at http://127.0.0.1:8080]");
        }
    }

    @Test
    void listenersCanTellTheProductsOfSmsApart(FakeCloud cloud) {
        cloud.withProduct(DysmsInternationalClient.PRODUCT).withProduct(DysmsMainlandClient.PRODUCT);
        List<String> heard = new ArrayList<>();
        var listener = new CallListener() {
            @Override
            public void started(CallInfo call) {
                heard.add(call.product() + ", " + call.productName() + ", " + call.version());
            }
        };
        try (DysmsInternationalClient abroad = cloud.configure(DysmsInternationalClient.builder())
                        .addListener(listener)
                        .build();
                DysmsMainlandClient mainland = cloud.configure(DysmsMainlandClient.builder())
                        .addListener(listener)
                        .build()) {
            abroad.sendMessageToGlobe(Clients.SEND);
            mainland.getOSSInfoForCardTemplate();
        }
        assertThat(heard)
                .containsExactly("Dysmsapi, International SMS, 2018-05-01", "Dysmsapi, Mainland China SMS, 2017-05-25");
    }
}

package io.github.alimsg.it;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.EnableWhatsappROIMetricRequest;
import io.github.alimsg.cams.model.GetChatappPhoneNumberMetricRequest;
import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.model.SendMessageToGlobeRequest;
import io.github.alimsg.testing.FakeCloud;
import java.time.Instant;
import java.util.function.Consumer;

/** The calls that stand for their kinds in these tests, and clients to make them with. */
final class Clients {
    static final GetChatappPhoneNumberMetricRequest READ = GetChatappPhoneNumberMetricRequest.builder()
            .start(Instant.ofEpochMilli(1756742399000L))
            .end(Instant.ofEpochMilli(1758902399000L))
            .build();
    static final EnableWhatsappROIMetricRequest UPDATE = EnableWhatsappROIMetricRequest.builder()
            .custSpaceId("cams-8c8d0a1b")
            .build();
    static final SendMessageToGlobeRequest SEND = SendMessageToGlobeRequest.builder()
            .to("6281234567890")
            .from("Acme")
            .message("Your code is 482913")
            .build();

    private Clients() {}

    /** A kind of call: what it does, and how it is made. */
    enum Kind {
        READ("GetChatappPhoneNumberMetric"),
        UPDATE("EnableWhatsappROIMetric"),
        SEND("SendMessageToGlobe");

        final String operation;

        Kind(String operation) {
            this.operation = operation;
        }

        /** Makes one call with a client of its own. */
        SdkResponse call(FakeCloud cloud, Consumer<ClientBuilder<?>> settings) {
            if (this == SEND) {
                DysmsInternationalClient.Builder builder = cloud.configure(DysmsInternationalClient.builder());
                settings.accept(builder);
                try (DysmsInternationalClient sms = builder.build()) {
                    return sms.sendMessageToGlobe(Clients.SEND);
                }
            }
            CamsClient.Builder builder = cloud.configure(CamsClient.builder());
            settings.accept(builder);
            try (CamsClient cams = builder.build()) {
                return this == READ
                        ? cams.getChatappPhoneNumberMetric(Clients.READ)
                        : cams.enableWhatsappROIMetric(Clients.UPDATE);
            }
        }
    }
}

package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.CamsMessages;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.SendChatappMessageResponse;
import io.github.alimsg.core.SdkRequest;
import io.github.alimsg.core.SdkResponse;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.MainlandMessages;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications depend on the part of a client that they use. */
@ExtendWith(FakeCloudExtension.class)
class AreasTest {
    /** More than these would be no page to read in one sitting. */
    private static final int MAX_OPERATIONS = 30;

    /** A class of an application, which wants messages and nothing else. */
    private static final class Reminders {
        private final CamsMessages messages;

        Reminders(CamsMessages messages) {
            this.messages = messages;
        }

        String remind(String number) {
            SendChatappMessageResponse sent = messages.sendChatappMessage(m -> m.custSpaceId("cams-1")
                    .channelType(ChannelType.WHATSAPP)
                    .from("8613800001111")
                    .to(number)
                    .template("reminder", "en", null));
            return String.valueOf(sent.messageId());
        }
    }

    @Test
    void anApplicationDependsOnOneAreaAlone(FakeCloud cloud) {
        cloud.withProduct(CamsClient.PRODUCT)
                .when("SendChatappMessage")
                .thenReturn("{\"Code\":\"OK\",\"MessageId\":\"m-1\"}");
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            assertThat(new Reminders(cams).remind("6281234567890")).isEqualTo("m-1");
        }
        assertThat(cloud.received()).hasSize(1);
    }

    @Test
    void callsOfAreasAreCallsOfTheClientAlsoLaterAndWithOtherOptions(FakeCloud cloud) {
        cloud.withProduct(DysmsMainlandClient.PRODUCT);
        try (DysmsMainlandClient sms =
                cloud.configure(DysmsMainlandClient.builder()).build()) {
            MainlandMessages patient = sms.withOptions(options -> options.timeout(Duration.ofSeconds(7)));
            patient.sendSms(m -> m.phoneNumbers("13900001234").signName("Acme").templateCode("SMS_1"));
            sms.async(client -> client.sendSms(
                            m -> m.phoneNumbers("13900001234").signName("Acme").templateCode("SMS_1")))
                    .join();
        }
        assertThat(cloud.received()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(classes = {CamsClient.class, DysmsMainlandClient.class})
    void everyOperationIsInOneAreaAndEveryAreaIsShort(Class<?> client) {
        List<Class<?>> areas = Arrays.stream(client.getInterfaces())
                .filter(type -> type.getPackage() == client.getPackage())
                .toList();
        assertThat(operations(client.getDeclaredMethods())).isEmpty();
        assertThat(areas).hasSizeGreaterThan(1).allSatisfy(area -> {
            assertThat(Modifier.isPublic(area.getModifiers())).isTrue();
            assertThat(operations(area.getMethods())).isNotEmpty().hasSizeLessThanOrEqualTo(MAX_OPERATIONS);
        });
        assertThat(areas.stream().flatMap(area -> operations(area.getMethods()).stream()))
                .doesNotHaveDuplicates()
                .hasSameSizeAs(operations(client.getMethods()));
    }

    private static List<String> operations(Method[] methods) {
        return Stream.of(methods)
                .filter(method -> method.getParameterCount() == 1
                        && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && SdkResponse.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName)
                .toList();
    }
}

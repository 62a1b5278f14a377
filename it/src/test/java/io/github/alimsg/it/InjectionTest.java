package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendBatchSmsRequest;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.ReceivedRequest;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No value becomes a header, a parameter or a request. */
@ExtendWith(FakeCloudExtension.class)
class InjectionTest {
    private static final List<String> EVIL = List.of(
            "\r\nX-Injected: 1",
            "\nX-Injected: 1",
            "\rX-Injected: 1",
            " HTTP/1.1\r\nHost: evil.example\r\n\r\nPOST /?Action=Other",
            "a&Action=Other&b=c",
            "a#b?c=d;e=f",
            "%0d%0aX-Injected: 1",
            "\u0000\u2028\u010d\u010a");

    private static void assertNothingInjected(FakeCloud cloud, String operation, int requests) {
        assertThat(cloud.defects()).isEmpty();
        assertThat(cloud.attempts()).hasSize(requests);
        assertThat(cloud.received(operation)).hasSize(requests).allMatch(ReceivedCall::accepted);
        for (ReceivedRequest request : cloud.attempts()) {
            assertThat(request.headers()).doesNotContainKey("x-injected");
            assertThat(request.headers().get("host")).isEqualTo(cloud.endpoint().getAuthority());
        }
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void valuesOfTheQueryArriveAsTheyAre(Signature signature, FakeCloud cloud) {
        try (DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                .signature(signature)
                .build()) {
            for (String evil : EVIL) {
                sms.sendMessageToGlobe(
                        m -> m.to(evil).from(evil).message(evil).taskId(evil).putParam("Extra", evil));
            }
        }
        assertNothingInjected(cloud, "SendMessageToGlobe", EVIL.size());
        List<ReceivedCall> calls = cloud.received("SendMessageToGlobe");
        for (int i = 0; i < EVIL.size(); i++) {
            for (String name : List.of("To", "From", "Message", "TaskId", "Extra")) {
                assertThat(calls.get(i).query()).containsEntry(name, EVIL.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Signature.class)
    void valuesOfTheBodyArriveAsTheyAre(Signature signature, FakeCloud cloud) {
        try (DysmsMainlandClient sms = cloud.configure(DysmsMainlandClient.builder())
                .signature(signature)
                .build()) {
            for (String evil : EVIL) {
                sms.sendBatchSms(m ->
                        m.phoneNumbers(evil).signNames(evil).templateCode(evil).templateParams(evil));
            }
        }
        assertNothingInjected(cloud, "SendBatchSms", EVIL.size());
        List<ReceivedCall> calls = cloud.received("SendBatchSms");
        for (int i = 0; i < EVIL.size(); i++) {
            assertThat(calls.get(i).parameters())
                    .containsEntry("TemplateParamJson", EVIL.get(i))
                    .containsEntry("PhoneNumberJson", EVIL.get(i));
        }
        assertThat(calls).anyMatch(call -> !call.form().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Injected: 1", "a\nb", "a b", "a&b", "a=b", "a%0a", "", "ä"})
    void namesThatAreNoneAreRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SendBatchSmsRequest.builder().putParam(name, "value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Injected: 1", "a\nb", "a\rb", "a\u0000b", "a b"})
    void keysTokensRegionsAndEndpointsWithLineBreaksAreRefused(String evil) {
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.of(evil, "secret"));
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.of("id", evil));
        assertThatIllegalArgumentException().isThrownBy(() -> Credentials.temporary("id", "secret", evil, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DysmsInternationalClient.builder().region(evil));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DysmsInternationalClient.builder().endpoint(evil));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DysmsInternationalClient.builder().endpoint("https://" + evil));
    }
}

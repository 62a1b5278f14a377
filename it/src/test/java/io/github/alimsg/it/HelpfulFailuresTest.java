package io.github.alimsg.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.testing.FakeCloud;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A failure says where help is, and a response shows its headers")
class HelpfulFailuresTest {
    private static final String ID = "90E63D28-1234-5678-8939-123456789012";
    private static final String PAGE =
            "https://api.aliyun.com/troubleshoot?q=InvalidParameter&product=Dysmsapi&requestId=";

    private String reply = "";
    private int status = 400;

    private final DysmsMainlandClient sms = DysmsMainlandClient.builder()
            .credentials(CredentialsProviders.fixed("key", "secret"))
            .region("cn-hangzhou")
            .transport(new HttpTransport() {
                @Override
                public HttpResponse execute(HttpRequest request) {
                    return new HttpResponse(
                            status, List.of("X-Acs-Request-Id", ID, "x-other", "a"), reply.getBytes(UTF_8));
                }

                @Override
                public void close() {}
            })
            .build();

    private SendSmsResponse send() {
        return sms.sendSms(r -> r.phoneNumbers("13900000000")
                .signName("Acme")
                .templateCode("SMS_1")
                .templateParam("{\"name\":\"老王 & Söhne\"}"));
    }

    private ServiceException failure(String recommended) {
        reply = "{\"Code\":\"InvalidParameter\",\"RequestId\":\"" + ID + "\",\"Recommend\":\"" + recommended + "\"}";
        return catchThrowableOfType(ServiceException.class, this::send);
    }

    @Test
    void pageThatTheGatewayRecommendsIsKept() {
        assertThat(failure(PAGE + ID).helpUrl()).hasToString(PAGE + ID);
        assertThat(failure("https://help.alibabacloud.com/a").helpUrl()).hasHost("help.alibabacloud.com");
        assertThat(failure("https://ALIYUN.com/a").helpUrl()).hasHost("ALIYUN.com");
    }

    @Test
    void gatewaysOwnXmlRecommendsAPageToo() {
        try (FakeCloud cloud = FakeCloud.builder()
                        .withProduct(DysmsMainlandClient.PRODUCT)
                        .errorsAsXml()
                        .start();
                DysmsMainlandClient client =
                        cloud.configure(DysmsMainlandClient.builder()).build()) {
            cloud.revoke(cloud.credentials().accessKeyId());

            ServiceException failure = catchThrowableOfType(
                    ServiceException.class,
                    () -> client.sendSms(
                            r -> r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1")));

            assertThat(failure.helpUrl()).hasHost("api.aliyun.com").hasScheme("https");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.aliyun.com/troubleshoot",
                "https://api.aliyun.com.evil.example/",
                "https://evilaliyun.com/",
                "https://evil.example/?aliyun.com",
                "https://user@api.aliyun.com/",
                "https://api.aliyun.com:8443/",
                "//api.aliyun.com/",
                "javascript:alert(1)",
                "https://api.aliyun.com/a b",
                ""
            })
    void pageElsewhereIsNone(String url) {
        assertThat(failure(url).helpUrl()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.aliyun.com/?q=13900000000",
                "https://api.aliyun.com/?q=6281234567",
                "https://api.aliyun.com/?q=%7B%22name%22%3A%22%E8%80%81%E7%8E%8B%20%26%20S%C3%B6hne%22%7D"
            })
    void pageWhoseAddressRepeatsWhatWasSentIsNone(String url) {
        assertThat(failure(url).helpUrl()).isNull();
    }

    @Test
    void failureWithoutARecommendationHasNoPage() {
        reply = "{\"Code\":\"InvalidParameter\"}";

        assertThat(catchThrowableOfType(ServiceException.class, this::send).helpUrl())
                .isNull();
    }

    @Test
    void headersOfAResponseAreFoundInAnyCase() {
        status = 200;
        reply = "{\"Code\":\"OK\"}";

        SendSmsResponse response = send();

        assertThat(response.header("x-acs-request-id")).isEqualTo(ID);
        assertThat(response.header("X-OTHER")).isEqualTo("a");
        assertThat(response.header("x-none")).isNull();
        assertThat(SendSmsResponse.builder().build().header("x-other")).isNull();
    }

    @Test
    void requestsNameTheSdkAndTheApplication() {
        try (FakeCloud cloud = FakeCloud.builder()
                        .withProduct(DysmsMainlandClient.PRODUCT)
                        .start();
                DysmsMainlandClient client =
                        cloud.configure(DysmsMainlandClient.builder()).build();
                DysmsMainlandClient named = client.withOptions(o -> o.applicationId("orders-2"))) {
            client.sendSms(r -> r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1"));
            named.sendSms(r -> r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1"));

            assertThat(cloud.received("SendSms"))
                    .extracting(call -> call.header("user-agent"))
                    .satisfiesExactly(
                            plain -> assertThat(plain).matches("alimsg-java(/\\S+)? Java/\\d+"),
                            own -> assertThat(own).matches("alimsg-java(/\\S+)? Java/\\d+ app/orders-2"));
        }
    }
}

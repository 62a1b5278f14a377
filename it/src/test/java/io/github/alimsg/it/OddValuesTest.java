package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.GlobeMessage;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsResponse;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.sts.StsCredentials;
import io.github.alimsg.testing.FakeCloud;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One value of another shape than documented costs that value, and nothing ends in silence because of it. */
class OddValuesTest {
    private final FakeCloud cloud = FakeCloud.start();
    private final DysmsMainlandClient mainland =
            cloud.configure(DysmsMainlandClient.builder()).build();
    private final CamsClient cams = cloud.configure(CamsClient.builder()).build();
    private final DysmsInternationalClient globe =
            cloud.configure(DysmsInternationalClient.builder()).build();

    @AfterEach
    void close() {
        mainland.close();
        cams.close();
        globe.close();
        cloud.close();
    }

    @Test
    void theLogNamesTheFieldAndNeverTheValue() {
        cloud.when("QuerySendDetails").thenReturn("""
                {"Code":"OK","RequestId":"R","TotalCount":"1","SmsSendDetailDTOs":{"SmsSendDetailDTO":[
                  {"PhoneNum":"13900000000","SendStatus":"secret of 13900000000","Content":{"a":"secret"}}]}}
                """);
        var log = new CapturedLog("io.github.alimsg.core.Calls");
        try (log) {
            QuerySendDetailsResponse response = sendDetails();

            var detail = response.smsSendDetails().get(0);
            assertThat(detail.sendStatus()).isNull();
            assertThat(detail.phoneNumber()).isEqualTo("13900000000");
            assertThat(detail.content()).isEqualTo("{\"a\":\"secret\"}");
            assertThat(response.raw("/SmsSendDetailDTOs/SmsSendDetailDTO/0/SendStatus"))
                    .isEqualTo("secret of 13900000000");
        }

        assertThat(log.lines())
                .contains("QuerySendDetails: /SmsSendDetailDTOs/SmsSendDetailDTO/0/SendStatus is left out: expected a"
                        + " number, found text")
                .noneMatch(line -> line.contains("secret") || line.contains("139"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"SmsSendDetailDTO\":[{\"PhoneNum\":\"1\"}]}",
                "[{\"PhoneNum\":\"1\"}]",
                "\"{\\\"SmsSendDetailDTO\\\":[{\\\"PhoneNum\\\":1}]}\""
            })
    void aListIsReadWithItsObjectAndWithoutIt(String details) {
        cloud.when("QuerySendDetails").thenReturn("{\"Code\":\"OK\",\"SmsSendDetailDTOs\":" + details + "}");

        assertThat(sendDetails().smsSendDetails())
                .extracting(QuerySendDetailsResponse.SmsSendDetail::phoneNumber)
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"SmsSendDetailDTOs\":null", ",\"SmsSendDetailDTOs\":{}"})
    void aListIsEmptyWhenItsObjectIsNotThere(String details) {
        cloud.when("QuerySendDetails").thenReturn("{\"Code\":\"OK\"" + details + "}");

        assertThat(sendDetails().smsSendDetails()).isEmpty();
    }

    private QuerySendDetailsResponse sendDetails() {
        return mainland.querySendDetails(r -> r.phoneNumber("13900000000")
                .sendDate(LocalDate.of(2026, 1, 1))
                .pageSize(1)
                .currentPage(1));
    }

    @Test
    void numbersThatAreReadRawKeepTheirDigits() {
        cloud.when("SendSms")
                .thenReturn("{\"Code\":\"OK\",\"BizId\":\"1\",\"Cost\":9007199254740993.50,\"List\":[1.50,1e3]}");

        var response = mainland.sendSms(
                r -> r.phoneNumbers("13900000000").signName("Acme").templateCode("SMS_1"));

        assertThat(response.raw("/Cost")).isEqualTo("9007199254740993.50");
        assertThat(response.raw("/List/0")).isEqualTo("1.50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Total\":\"many\",\"ListTemplate\":[]",
                "\"Total\":4,\"ListTemplate\":{}",
                "\"Total\":4,\"ListTemplate\":7",
                "\"Total\":4,\"ListTemplate\":\"[{cut\"",
                "\"Total\":4,\"ListTemplate\":[\"none\"]"
            })
    void aPageThatCannotBeReadDoesNotEndTheList(String page) {
        cloud.when("ListChatappTemplate")
                .thenReturn(
                        "{\"Code\":\"OK\",\"Total\":4,\"ListTemplate\":[{\"TemplateCode\":\"1\"},{\"TemplateCode\":\"2\"}]}")
                .thenReturn("{\"Code\":\"OK\"," + page + "}");
        Iterator<?> templates =
                cams.allChatappTemplates(r -> r.custSpaceId("cams-1")).iterator();
        templates.next();
        templates.next();

        assertThatThrownBy(templates::hasNext)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("expected ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"FailedList\":{},\"SuccessCount\":\"2\"",
                "\"FailedList\":\"[cut\",\"SuccessCount\":\"2\"",
                "\"FailedList\":\"[]\",\"SuccessCount\":\"two\"",
                "\"FailedList\":\"[]\",\"SuccessCount\":\"2\",\"MessageIdList\":7"
            })
    void aBatchDoesNotTakeForAcceptedWhatItCannotRead(String answer) {
        cloud.when("BatchSendMessageToGlobe").thenReturn("{\"ResponseCode\":\"OK\"," + answer + "}");
        List<GlobeMessage> messages =
                List.of(GlobeMessage.of("6281234567890", "a"), GlobeMessage.of("6281234567891", "b"));

        BatchResult<GlobeMessage> result = globe.batches().batchSendMessageToGlobe(b -> b.from("Acme"), messages);

        assertThat(result.unknown()).isEqualTo(messages);
        assertThat(result.stoppedBy()).isInstanceOf(MalformedResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"AccessKeyId\":{\"a\":1},\"AccessKeySecret\":\"s\",\"SecurityToken\":\"t\"}",
                "{\"AccessKeyId\":\"STS.1\",\"AccessKeySecret\":[\"s\"],\"SecurityToken\":\"t\"}"
            })
    void keysThatCannotBeReadSignNothing(String credentials) {
        cloud.when("AssumeRole").thenReturn("{\"RequestId\":\"1\",\"Credentials\":" + credentials + "}");
        try (StsClient sts = cloud.configure(StsClient.builder()).build()) {
            CredentialsProvider role = StsCredentials.assumeRole(
                    settings -> settings.source(CredentialsProviders.fixed(cloud.credentials()))
                            .roleArn("acs:ram::1:role/a")
                            .client(sts));

            assertThatThrownBy(role::credentials)
                    .isInstanceOf(CredentialsException.class)
                    .rootCause()
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"AccessKeyId\":\"STS.1\",\"AccessKeySecret\":{},\"SecurityToken\":\"t\"}"})
    void grantsThatCannotBeReadStoreNothing(String data) {
        cloud.when("GetChatappUploadAuthorization").thenReturn("{\"Code\":\"OK\",\"Data\":" + data + "}");

        assertThatThrownBy(() -> cams.uploads().upload("cams-1", new byte[1], "a.pdf"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("expected ");
        assertThat(cloud.objects().stored()).isEmpty();
    }
}

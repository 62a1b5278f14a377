package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.core.error.MalformedResponseException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.Destination;
import io.github.alimsg.dysms.mainland.model.SendStatus;
import io.github.alimsg.dysms.mainland.model.SignSource;
import io.github.alimsg.dysms.mainland.model.SmsTemplateType;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.testing.FakeCloud;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dates, moments, truth values and numbered values, between Java and the wire. */
class ChosenTypesTest {
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

    private Map<String, String> sent(String operation) {
        return cloud.received(operation).get(0).parameters();
    }

    @Test
    void aDateIsSentAsItsOperationWantsIt() {
        mainland.querySendDetails(q -> q.phoneNumber("13900001234")
                .sendDate(LocalDate.of(2026, 11, 8))
                .currentPage(1)
                .pageSize(50));
        mainland.createSmsAppIcpRecord(r -> r.appApprovalDate(LocalDate.of(2026, 1, 2))
                .appServiceName("Acme")
                .appIcpLicenseNumber("1")
                .appPrincipalUnitName("Acme")
                .appIcpRecordPic("key")
                .domain("example.com"));

        assertThat(sent("QuerySendDetails")).containsEntry("SendDate", "20261108");
        assertThat(sent("CreateSmsAppIcpRecord")).containsEntry("AppApprovalDate", "2026-01-02");
    }

    @Test
    void aStatusThatTheSdkDoesNotKnowIsRead() {
        cloud.when("QuerySendDetails").thenReturn("""
                {"Code":"OK","TotalCount":"3","SmsSendDetailDTOs":{"SmsSendDetailDTO":[
                  {"SendStatus":3},{"SendStatus":17},{"SendStatus":"2"}]}}""");

        var details = mainland.querySendDetails(q -> q.phoneNumber("13900001234")
                        .sendDate(LocalDate.of(2026, 11, 8))
                        .currentPage(1)
                        .pageSize(50))
                .smsSendDetails();

        assertThat(details.get(0).sendStatus()).isSameAs(SendStatus.DELIVERED);
        assertThat(details.get(1).sendStatus()).isEqualTo(SendStatus.of(17)).hasToString("17");
        assertThat(details.get(2).sendStatus()).isSameAs(SendStatus.FAILED);
    }

    @Test
    void numberedValuesAreSentAsTheirNumbersKnownOrNot() {
        mainland.createSmsTemplate(t -> t.templateName("Login")
                .templateContent("Your code is ${code}.")
                .templateType(SmsTemplateType.PROMOTION));
        mainland.createSmsSign(
                s -> s.signName("Acme").qualificationId(1).thirdParty(false).signSource(99));
        mainland.createSmsSign(
                s -> s.signName("Acme").qualificationId(1).thirdParty(false).signSource(SignSource.APP));

        assertThat(sent("CreateSmsTemplate")).containsEntry("TemplateType", "2");
        assertThat(cloud.received("CreateSmsSign"))
                .extracting(call -> call.parameter("SignSource"))
                .containsExactly("99", "2");
    }

    @Test
    void aDateOfAResponseThatIsNoneCostsItselfAlone() {
        cloud.when("QuerySendStatistics").thenReturn("""
                {"Code":"OK","Data":{"TotalSize":2,"TargetList":[
                  {"SendDate":"20261108","TotalCount":1},{"SendDate":"today","TotalCount":2}]}}""");

        var response = mainland.querySendStatistics(q -> q.destination(Destination.MAINLAND)
                .startDate(LocalDate.of(2026, 11, 8))
                .endDate(LocalDate.of(2026, 11, 9))
                .pageIndex(1)
                .pageSize(50));

        var days = response.data().days();
        assertThat(days.get(0).sendDate()).isEqualTo("2026-11-08");
        assertThat(days.get(1).sendDate()).isNull();
        assertThat(days.get(1).totalCount()).isEqualTo(2);
        assertThat(response.raw("/Data/TargetList/1/SendDate")).isEqualTo("today");
    }

    @Test
    void theChannelIsOneWhateverItsCase() {
        cloud.when("ListChatappMessage").thenReturn("""
                {"Code":"OK","Data":[{"ChannelType":"WHATSAPP","SendTime":"2026-11-08T01:16:49.761+00:00",
                  "FailBackFlag":"N"},{"ChannelType":"Viber","SendTime":"2026-11-08 09:00:00","FailBackFlag":"?"}]}""");
        cams.addChatGroup(g -> g.channelType(ChannelType.WHATSAPP)
                .businessNumber("8613800001111")
                .custSpaceId("cams-1")
                .subject("Friends"));

        var response = cams.listChatappMessage(m -> m.channelType(ChannelType.of("WhatsApp"))
                .custSpaceId("cams-1")
                .businessNumber("8613800001111")
                .userNumber("6281234567890")
                .page(p -> p.index(1).size(10)));

        assertThat(sent("AddChatGroup")).containsEntry("ChannelType", "WHATSAPP");
        assertThat(sent("ListChatappMessage")).containsEntry("ChannelType", "whatsapp");
        var first = response.data().get(0);
        assertThat(first.channelType()).isSameAs(ChannelType.WHATSAPP);
        assertThat(first.sendTime()).isEqualTo(Instant.parse("2026-11-08T01:16:49.761Z"));
        assertThat(first.fellBack()).isFalse();
        var second = response.data().get(1);
        assertThat(second.channelType()).isSameAs(ChannelType.VIBER);
        assertThat(second.sendTime()).as("a time without offset").isNull();
        assertThat(second.fellBack()).isNull();
        assertThat(response.raw("/Data/1/SendTime")).isEqualTo("2026-11-08 09:00:00");
    }

    @Test
    void aChannelThatTheSdkDoesNotKnowIsSentAsGiven() {
        cams.addChatGroup(g -> g.channelType("Line")
                .businessNumber("8613800001111")
                .custSpaceId("cams-1")
                .subject("Friends"));

        assertThat(sent("AddChatGroup")).containsEntry("ChannelType", "Line");
    }

    @Test
    void timesOfInternationalMessagesAreMoments() {
        cloud.when("QueryMessage").thenReturn("""
                {"ResponseCode":"OK","SendDate":"Mon, 24 Dec 2018 16:58:22 +0800","ReceiveDate":"soon"}""");

        var response = globe.queryMessage(q -> q.messageId("1"));

        assertThat(response.sendDate()).isEqualTo("2018-12-24T08:58:22Z");
        assertThat(response.receiveDate()).isNull();
        assertThat(response.raw("/ReceiveDate")).isEqualTo("soon");
    }

    @Test
    void truthValuesAreSentAsDocumented() {
        cams.updateAccountWebhook(w -> w.custSpaceId("cams-1").httpFlag(true).queueFlag(false));

        assertThat(sent("UpdateAccountWebhook")).containsEntry("HttpFlag", "Y").containsEntry("QueueFlag", "N");
    }

    @Test
    void listsOfMapsAreOneJsonText() {
        cams.moveContactToGroup(m -> m.contacts(List.of(Map.of("id", 1))).linkNewGroups("[{\"groupName\":\"aaa\"}]"));
        mainland.sendBatchSms(m -> m.phoneNumbers("13900001234", "13900001235")
                .signNames("Acme", "Acme")
                .templateCode("SMS_1")
                .templateParams(List.of(Map.of("code", "1"), Map.of("code", "2"))));

        assertThat(sent("MoveContactToGroup"))
                .containsEntry("Contacts", "[{\"id\":1}]")
                .containsEntry("LinkNewGroups", "[{\"groupName\":\"aaa\"}]");
        assertThat(sent("SendBatchSms")).containsEntry("TemplateParamJson", "[{\"code\":\"1\"},{\"code\":\"2\"}]");
    }

    @Test
    void anEndOfCredentialsThatIsNoTimeIsNoCredentials() {
        cloud.when("AssumeRole").thenReturn("""
                {"RequestId":"R","Credentials":{"AccessKeyId":"id","AccessKeySecret":"secret","SecurityToken":"token",
                  "Expiration":"tomorrow"}}""");
        try (StsClient sts = cloud.configure(StsClient.builder()).build()) {
            assertThatThrownBy(() ->
                            sts.assumeRole(r -> r.roleArn("acs:ram::1:role/a").roleSessionName("s")))
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("/Credentials/Expiration")
                    .hasMessageNotContaining("tomorrow");
        }
    }
}

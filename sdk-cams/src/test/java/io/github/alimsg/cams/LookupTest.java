package io.github.alimsg.cams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.core.error.ServiceException;
import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A look-up finds a message by template, number and time, or does not know it yet; it never says no. */
class LookupTest {
    private static final String NUMBER = "6281234567890";
    private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");

    private final FakeCloud cloud = FakeCloud.start();
    private final CamsClient cams = cloud.configure(CamsClient.builder()).build();
    private final ChannelLookup lookup = cams.lookup().whatsapp("cams-1", "8613800001111");

    @AfterEach
    void close() {
        cams.close();
        cloud.close();
    }

    private static String record(String id, String direction, String sentAt, String template) {
        return """
                {"MessageId":"%s","EventAction":"%s","SendTime":"%s","TemplateCode":"%s","Message":"Hello",
                 "MessageStatus":"success","UserNumber":"6281234567890"}""".formatted(id, direction, sentAt, template);
    }

    private static Reply page(String... records) {
        return Reply.json("""
                {"Code":"OK","Data":[%s]}""".formatted(String.join(",", records)));
    }

    /** The first page has these, and no other has any. */
    private void list(String... records) {
        cloud.when("ListChatappMessage").thenAnswer(call -> isFirst(call) ? page(records) : page());
    }

    private static boolean isFirst(ReceivedCall call) {
        return String.valueOf(call.parameter("Page")).contains("\"Index\":1,");
    }

    @Test
    void aMessageIsFoundByTemplateNumberAndTime() {
        list(
                record("m-0", "DOWN", "2026-11-21T09:58:59.999+00:00", "order_update"),
                record("m-1", "DOWN", "2026-11-21T10:00:00.500+00:00", "other"),
                record("m-2", "DOWN", "2026-11-21T10:00:00.761+00:00", "order_update"));

        FoundMessage found =
                lookup.wasSent("order_update", "+62 812-3456-7890", BEGAN).orElseThrow();

        assertThat(found.messageId()).isEqualTo("m-2");
        assertThat(found.ownId()).as("the list does not have it").isNull();
        assertThat(found.template()).isEqualTo("order_update");
        assertThat(found.text()).isEqualTo("Hello");
        assertThat(found.sentAt()).isEqualTo(BEGAN);
        assertThat(found.state()).isEqualTo("success");
        ReceivedCall asked = cloud.received().get(0);
        assertThat(asked.parameters())
                .containsEntry("CustSpaceId", "cams-1")
                .containsEntry("ChannelType", "whatsapp")
                .containsEntry("BusinessNumber", "8613800001111")
                .containsEntry("UserNumber", NUMBER)
                .containsEntry("StartTime", Long.toString(BEGAN.toEpochMilli() - 60_000))
                .doesNotContainKey("EndTime");
    }

    @Test
    void theOwnIdIsNotComparedBecauseTheListDoesNotHaveIt() {
        list(record("m-1", "DOWN", "2026-11-21T10:00:00Z", "order_update"));
        assertThat(lookup.find(SentQuery.builder("SendChatappMassMessage", NUMBER, BEGAN)
                        .ownId("order-4711")
                        .template("order_update")
                        .until(BEGAN.plusSeconds(10))
                        .build()))
                .extracting(FoundMessage::ownId)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(cloud.received().get(0).parameter("EndTime"))
                .isEqualTo(Long.toString(BEGAN.toEpochMilli() + 70_000));
    }

    @Test
    void whatTheCustomerWroteAndWhatHasNoTimeAreNotTakenForIt() {
        list(
                record("m-1", "UP", "2026-11-21T10:00:00Z", ""),
                record("m-2", "", "2026-11-21T10:00:00Z", ""),
                record("m-3", "DOWN", "soon", ""));
        assertThat(lookup.find(
                        SentQuery.builder("SendChatappMessage", NUMBER, BEGAN).build()))
                .isEmpty();
    }

    @Test
    void aThousandMessagesAreReadAtMost() {
        cloud.when("ListChatappMessage")
                .thenAnswer(call -> page(IntStream.range(0, 20)
                        .mapToObj(i -> record(call.sequence() + "-" + i, "DOWN", "2026-11-21T10:00:00Z", "other"))
                        .toArray(String[]::new)));
        assertThat(lookup.wasSent("order_update", NUMBER, BEGAN)).isEmpty();
        assertThat(cloud.received()).hasSize(50);
    }

    @Test
    void aLookupThatFailsIsThrownAndSaysNothing() {
        cloud.when("ListChatappMessage").thenFail(403, "Forbidden.RAM", "no");
        assertThatThrownBy(() -> lookup.wasSent("order_update", NUMBER, BEGAN)).isInstanceOf(ServiceException.class);
    }

    @Test
    void viberIsAskedForByItsServiceId() {
        list();
        assertThat(cams.lookup().viber("cams-1", "9000").wasSent("order_update", NUMBER, BEGAN))
                .isEmpty();
        assertThat(cloud.received().get(0).parameters())
                .containsEntry("ChannelType", "viber")
                .containsEntry("BusinessNumber", "9000");
    }

    @Test
    void whatCannotBeLookedUpIsNeverFoundAndNobodyIsAsked() {
        assertThat(lookup.operations()).containsExactlyInAnyOrder("SendChatappMessage", "SendChatappMassMessage");
        assertThat(lookup.find(
                        SentQuery.builder("TriggerChatFlow", NUMBER, BEGAN).build()))
                .isEmpty();
        assertThat(lookup.find(
                        SentQuery.builder("SendChatappMessage", "", BEGAN).build()))
                .isEmpty();
        assertThat(cloud.received()).isEmpty();
    }
}

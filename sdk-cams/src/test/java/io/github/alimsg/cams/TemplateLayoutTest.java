package io.github.alimsg.cams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.model.Button;
import io.github.alimsg.cams.model.Component;
import io.github.alimsg.cams.model.GetChatappTemplateDetailResponse.TemplateDetail;
import io.github.alimsg.cams.model.SupportedApp;
import io.github.alimsg.cams.model.TemplateCategory;
import io.github.alimsg.cams.model.TemplateType;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ReceivedCall;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
@ExtendWith(FakeCloudExtension.class)
class TemplateLayoutTest {
    private static final String LINK = "https://files.example.com/a";
    private static final String BODY = "{'Text':'Hi $(name)','Type':'BODY'}";
    private static final SupportedApp APP = TemplateButtons.app("com.example.shop", "h4sh");

    static Stream<Arguments> layouts() {
        TemplateLayout body = TemplateLayout.body("Hi $(name)");
        return Stream.of(
                layout(body, BODY),
                layout(body.withHeader("News"), "{'Format':'TEXT','Text':'News','Type':'HEADER'}," + BODY),
                layout(body.withImageHeader(LINK), "{'Format':'IMAGE','Type':'HEADER','Url':'%'}," + BODY),
                layout(body.withVideoHeader(LINK), "{'Format':'VIDEO','Type':'HEADER','Url':'%'}," + BODY),
                layout(
                        body.withVideoHeader(LINK, "https://files.example.com/b", 42),
                        "{'Duration':42,'Format':'VIDEO','ThumbUrl':'https://files.example.com/b','Type':'HEADER',"
                                + "'Url':'%'},"
                                + BODY),
                layout(
                        body.withDocumentHeader(LINK, "bill.pdf"),
                        "{'FileName':'bill.pdf','Format':'DOCUMENT','Type':'HEADER','Url':'%'}," + BODY),
                layout(
                        TemplateLayout.empty().withDocumentHeader(LINK, "bill.pdf", "pdf"),
                        "{'FileName':'bill.pdf','FileType':'pdf','Format':'DOCUMENT','Type':'HEADER','Url':'%'}"),
                layout(body.withLocationHeader(), "{'Format':'LOCATION','Type':'HEADER'}," + BODY),
                layout(body.withFooter("Acme"), BODY + ",{'Text':'Acme','Type':'FOOTER'}"),
                layout(
                        body.withLimitedTimeOffer("20 % off", true),
                        BODY + ",{'HasExpiration':true,'Text':'20 % off','Type':'LIMITED_TIME_OFFER'}"),
                layout(
                        TemplateLayout.authentication(TemplateButtons.copyCode("Copy")),
                        "{'AddSecretRecommendation':true,'Type':'BODY'},"
                                + "{'Buttons':[{'Text':'Copy','Type':'COPY_CODE'}],'Type':'BUTTONS'}"),
                layout(
                        TemplateLayout.authentication(TemplateButtons.oneTap("Copy", "Fill in", APP), 5),
                        "{'AddSecretRecommendation':true,'Type':'BODY'},{'CodeExpirationMinutes':5,'Type':'FOOTER'},"
                                + "{'Buttons':[{'AutofillText':'Fill in','SupportedApps':[{'PackageName':"
                                + "'com.example.shop','SignatureHash':'h4sh'}],'Text':'Copy','Type':'ONE_TAP'}],"
                                + "'Type':'BUTTONS'}"),
                layout(
                        TemplateLayout.authentication(TemplateButtons.zeroTap("Copy", "Fill in", APP)),
                        "{'AddSecretRecommendation':true,'Type':'BODY'},{'Buttons':[{'AutofillText':'Fill in',"
                                + "'SupportedApps':[{'PackageName':'com.example.shop','SignatureHash':'h4sh'}],"
                                + "'Text':'Copy','Type':'ZERO_TAP'}],'Type':'BUTTONS'}"),
                layout(
                        body.withCarousel(
                                TemplateLayout.imageCard(
                                        LINK,
                                        "Red",
                                        TemplateButtons.quickReply("This"),
                                        TemplateButtons.dynamicUrl("Look", "https://example.com/$(id)")),
                                TemplateLayout.videoCard(LINK, "Blue", TemplateButtons.phone("Call", "+8613800001111")),
                                TemplateLayout.imageCard(LINK, "Green")),
                        BODY
                                + ",{'Cards':[{'CardComponents':[{'Format':'IMAGE','Type':'HEADER','Url':'%'},"
                                + "{'Text':'Red','Type':'BODY'},{'Buttons':[{'Text':'This','Type':'QUICK_REPLY'},"
                                + "{'Text':'Look','Type':'URL','Url':'https://example.com/$(id)',"
                                + "'UrlType':'dynamic'}],'Type':'BUTTONS'}]},"
                                + "{'CardComponents':[{'Format':'VIDEO','Type':'HEADER','Url':'%'},"
                                + "{'Text':'Blue','Type':'BODY'},{'Buttons':[{'PhoneNumber':'+8613800001111',"
                                + "'Text':'Call','Type':'PHONE_NUMBER'}],'Type':'BUTTONS'}]},"
                                + "{'CardComponents':[{'Format':'IMAGE','Type':'HEADER','Url':'%'},"
                                + "{'Text':'Green','Type':'BODY'}]}],'Type':'CAROUSEL'}"),
                button(TemplateButtons.quickReply("Yes"), "'Text':'Yes','Type':'QUICK_REPLY'"),
                button(TemplateButtons.optOut("Stop"), "'IsOptOut':true,'Text':'Stop','Type':'QUICK_REPLY'"),
                button(
                        TemplateButtons.url("Look", "https://example.com"),
                        "'Text':'Look','Type':'URL','Url':'https://example.com','UrlType':'static'"),
                button(
                        TemplateButtons.dynamicUrl("Look", "https://example.com/$(id)"),
                        "'Text':'Look','Type':'URL','Url':'https://example.com/$(id)','UrlType':'dynamic'"),
                button(TemplateButtons.video("Play"), "'Text':'Play','Type':'URL'"),
                button(
                        TemplateButtons.phone("Call", "+8613800001111"),
                        "'PhoneNumber':'+8613800001111','Text':'Call','Type':'PHONE_NUMBER'"),
                button(TemplateButtons.coupon("$(code)"), "'CouponCode':'$(code)','Type':'COPY_CODE'"),
                button(
                        TemplateButtons.flow("Book", "f-1", "DATES"),
                        "'FlowAction':'NAVIGATE','FlowId':'f-1','NavigateScreen':'DATES','Text':'Book','Type':'FLOW'"),
                button(
                        TemplateButtons.flowDataExchange("Book", "f-1"),
                        "'FlowAction':'DATA_EXCHANGE','FlowId':'f-1','Text':'Book','Type':'FLOW'"),
                button(TemplateButtons.catalog("All"), "'Text':'All','Type':'CATALOG'"),
                button(TemplateButtons.products("Some"), "'Text':'Some','Type':'MPM'"));
    }

    private static Arguments button(Button button, String json) {
        return layout(
                TemplateLayout.body("Hi $(name)").withButtons(button),
                BODY + ",{'Buttons':[{" + json + "}],'Type':'BUTTONS'}");
    }

    private static Arguments layout(TemplateLayout layout, String json) {
        String expected = "[" + json.replace('\'', '"').replace("%\"", LINK + "\"") + "]";
        return Arguments.of(expected, layout.withExample("name", "Ayu"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void everyKindArrivesAsDocumentedInANewTemplate(String json, TemplateLayout layout, FakeCloud cloud) {
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cams.createChatappTemplate(t -> layout.addTo(t)
                    .custSpaceId("cams-1")
                    .name("order_update")
                    .language("en")
                    .category(TemplateCategory.UTILITY)
                    .templateType(TemplateType.WHATSAPP));
        }

        expect(cloud, "CreateChatappTemplate", json);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void everyKindArrivesJustTheSameInAChangedTemplate(String json, TemplateLayout layout, FakeCloud cloud) {
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cams.modifyChatappTemplate(
                    t -> layout.addTo(t).custSpaceId("cams-1").language("en").templateCode("1"));
        }

        expect(cloud, "ModifyChatappTemplate", json);
    }

    @Test
    void aTemplateThatWasReadCanBeWrittenBackWithoutCopying(FakeCloud cloud) {
        cloud.when("GetChatappTemplateDetail").thenReturn("""
                {"Code": "OK", "Data": {"Language": "en", "Components": [
                  {"Type": "HEADER", "Format": "LOCATION", "Latitude": "28.001", "LocationName": "Shop"},
                  {"Type": "BODY", "Text": "Hi $(name)"},
                  {"Type": "LIMITED_TIME_OFFER", "Text": "20 % off", "hasExpiration": true,
                   "OfferExpirationTimeMs": "$(end)"},
                  {"Type": "BUTTONS", "Buttons": [
                    {"Type": "URL", "Text": "Look", "Url": "https://example.com", "UrlType": "static"},
                    {"Type": "QUICK_REPLY", "Text": "More", "ExtendAttrs": {"Action": "nextCard"}}]},
                  {"Type": "CAROUSEL", "Cards": [{"CardComponents": [
                    {"Type": "HEADER", "Format": "IMAGE", "Url": "https://example.com/a"},
                    {"Type": "BUTTONS", "Buttons": [{"Type": "QUICK_REPLY", "Text": "This"}]}]}]},
                  {"Text": "of no type"}]}}
                """);
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            TemplateDetail read = cams.getChatappTemplateDetail(
                            t -> t.custSpaceId("cams-1").templateCode("1").language("en"))
                    .data();
            assertThat(read.components().get(0).latitude()).isEqualTo("28.001");
            assertThat(read.components().get(2).hasExpiration()).isTrue();
            assertThat(read.components().get(5).type()).isNull();

            cams.modifyChatappTemplate(t -> t.custSpaceId("cams-1")
                    .templateCode("1")
                    .language(read.language())
                    .components(read.components()));
        }

        ReceivedCall written = cloud.received("ModifyChatappTemplate").get(0);
        assertThat(written.parameter("Components"))
                .as("all that the operation takes, and nothing that only templates that are read have")
                .isEqualTo(("[{'Format':'LOCATION','Type':'HEADER'},{'Text':'Hi $(name)','Type':'BODY'},"
                                + "{'HasExpiration':true,'Text':'20 % off','Type':'LIMITED_TIME_OFFER'},"
                                + "{'Buttons':[{'Text':'Look','Type':'URL','Url':'https://example.com','UrlType':"
                                + "'static'},{'Text':'More','Type':'QUICK_REPLY'}],'Type':'BUTTONS'},"
                                + "{'Cards':[{'CardComponents':[{'Format':'IMAGE','Type':'HEADER',"
                                + "'Url':'https://example.com/a'},{'Buttons':[{'Text':'This',"
                                + "'Type':'QUICK_REPLY'}],'Type':'BUTTONS'}]}],'Type':'CAROUSEL'},"
                                + "{'Text':'of no type'}]")
                        .replace('\'', '"'));
    }

    @Test
    void aButtonThatIsBuiltNeedsAType() {
        assertThatThrownBy(() -> Button.builder().text("Look").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Button needs type");
    }

    private static void expect(FakeCloud cloud, String operation, String json) {
        ReceivedCall call = cloud.received(operation).get(0);
        assertThat(call.parameter("Components")).isEqualTo(json);
        assertThat(call.parameter("Example")).isEqualTo("{\"name\":\"Ayu\"}");
    }

    @Test
    @SuppressWarnings("deprecation") // is copied all the same
    void whatTheFactoriesDoNotSetGoesOverToo(FakeCloud cloud) {
        Component header = Component.builder()
                .type("HEADER")
                .format("DOCUMENT")
                .url(LINK)
                .caption("Bill")
                .build();
        Button button = TemplateButtons.oneTap("Copy", "Fill in", APP).toBuilder()
                .packageName("com.example.old")
                .signatureHash("old")
                .build();
        try (CamsClient cams = cloud.configure(CamsClient.builder()).build()) {
            cams.modifyChatappTemplate(t -> TemplateLayout.empty()
                    .withButtons(button)
                    .with(header)
                    .addTo(t)
                    .custSpaceId("cams-1")
                    .language("en"));
        }

        ReceivedCall call = cloud.received("ModifyChatappTemplate").get(0);
        assertThat(call.parameter("Components"))
                .startsWith("[{\"Caption\":\"Bill\",\"Format\":\"DOCUMENT\",\"Type\":\"HEADER\"")
                .contains("\"PackageName\":\"com.example.old\"", "\"SignatureHash\":\"old\"");
        assertThat(call.parameters()).doesNotContainKey("Example");
    }

    @Test
    void samplesAddUpAndAreNotPrinted() {
        TemplateLayout layout = TemplateLayout.body("Hi $(a) $(b)").withExamples(Map.of("a", "secret", "b", "x"));

        TemplateLayout more = layout.withExample("b", "private");

        assertThat(more.examples()).isEqualTo(Map.of("a", "secret", "b", "private"));
        assertThat(layout.examples()).containsEntry("b", "x");
        assertThat(more.toString()).contains("Hi $(a)", "examples=<2 entries>").doesNotContain("secret", "private");
    }

    @Test
    void equalLayoutsAreEqual() {
        TemplateLayout layout = TemplateLayout.body("Hi").withFooter("Acme");

        assertThat(layout)
                .isEqualTo(TemplateLayout.body("Hi").withFooter("Acme"))
                .hasSameHashCodeAs(TemplateLayout.body("Hi").withFooter("Acme"))
                .isNotEqualTo(TemplateLayout.body("Hi"))
                .isNotEqualTo(layout.withExample("a", "b"));
    }

    @Test
    void aMistakeIsSaidAtOnce() {
        TemplateLayout layout = TemplateLayout.body("Hi");

        assertThatThrownBy(layout::withButtons).hasMessage("buttons is empty; give at least one");
        assertThatThrownBy(layout::withCarousel).hasMessage("cards is empty; give at least one");
        assertThatThrownBy(() -> TemplateButtons.oneTap("a", "b"))
                .hasMessage("apps is empty; give the app that takes the code");
        assertThatThrownBy(() -> TemplateLayout.imageCard(LINK, "Red", TemplateButtons.catalog("All")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a card cannot have a CATALOG button; use a quick reply, a page or a call");
        assertThatThrownBy(() -> layout.components().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatMayBeAbsentMayBeNull() {
        TemplateLayout layout = TemplateLayout.body("Hi $(name)");

        assertThat(layout.withHeader(null)
                        .withImageHeader(null)
                        .withVideoHeader(null)
                        .withFooter(null)
                        .withExamples(null))
                .isEqualTo(layout);
    }

    @Test
    void whatHasToBeThereIsRefusedByNameWhenItIsNull() {
        Map<String, ThrowingCallable> mistakes = Map.of(
                "text", () -> TemplateButtons.quickReply(null),
                "url", () -> TemplateButtons.url("Shop", null),
                "phoneNumber", () -> TemplateButtons.phone("Call", null),
                "couponCode", () -> TemplateButtons.coupon(null),
                "screen", () -> TemplateButtons.flow("Open", "1", null),
                "flowId", () -> TemplateButtons.flowDataExchange("Open", null),
                "copyText", () -> TemplateButtons.oneTap(null, "Fill", TemplateButtons.app("com.example", "hash")),
                "signatureHash", () -> TemplateButtons.app("com.example", null),
                "fileName", () -> TemplateLayout.empty().withDocumentHeader("https://example.com/a.pdf", null),
                "examples must not hold null for 'name'",
                        () -> TemplateLayout.empty().withExample("name", null));

        mistakes.forEach((name, mistake) -> assertThatThrownBy(mistake)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name));
        assertThatThrownBy(() -> TemplateLayout.body(null)).hasMessage("text");
    }
}

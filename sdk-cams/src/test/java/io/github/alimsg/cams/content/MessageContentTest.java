package io.github.alimsg.cams.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.MessageType;
import io.github.alimsg.cams.model.SendChatappMessageRequest;
import io.github.alimsg.cams.model.SendType;
import io.github.alimsg.core.PhoneNumber;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.FakeCloudExtension;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
class MessageContentTest {
    private static final String LINK = "https://files.example.com/a";

    static Stream<Arguments> kinds() {
        ViberVideo video = ViberVideo.of(LINK, "https://files.example.com/b", 10, 42);
        return Stream.of(
                kind(MessageContent.text("Halo"), "text", "{'text':'Halo'}"),
                kind(MessageContent.image(LINK), "image", "{'link':'%'}"),
                kind(MessageContent.image(LINK).withCaption("Our shop"), "image", "{'link':'%','caption':'Our shop'}"),
                kind(MessageContent.video(LINK), "video", "{'link':'%'}"),
                kind(MessageContent.video(LINK).withCaption("Open"), "video", "{'link':'%','caption':'Open'}"),
                kind(MessageContent.audio(LINK), "audio", "{'link':'%'}"),
                kind(MessageContent.document(LINK), "document", "{'link':'%'}"),
                kind(MessageContent.document(LINK, "bill.pdf"), "document", "{'link':'%','fileName':'bill.pdf'}"),
                kind(MessageContent.sticker(LINK), "sticker", "{'link':'%'}"),
                kind(
                        MessageContent.location(-6.2088, 106.8456),
                        "location",
                        "{'longitude':'106.8456','latitude':'-6.2088'}"),
                kind(
                        MessageContent.location(1e-7, 180).withName("Shop"),
                        "location",
                        "{'longitude':'180.0','latitude':'0.00000010','name':'Shop'}"),
                kind(
                        MessageContent.location(0, 0).withName("Shop", "Jl. Merdeka 1"),
                        "location",
                        "{'longitude':'0.0','latitude':'0.0','name':'Shop','address':'Jl. Merdeka 1'}"),
                kind(
                        MessageContent.contacts(Contact.of("Ayu Lestari", "Ayu"), Contact.of("Budi", "Budi")),
                        "contacts",
                        "[{'name':{'formatted_name':'Ayu Lestari','first_name':'Ayu'}},"
                                + "{'name':{'formatted_name':'Budi','first_name':'Budi'}}]"),
                kind(
                        MessageContent.contacts(wholeContact()),
                        "contacts",
                        "[{'name':{'formatted_name':'Dr. Ayu D. Lestari jr.','first_name':'Ayu','last_name':'Lestari',"
                                + "'middle_name':'D.','prefix':'Dr.','suffix':'jr.'},'birthday':'1990-02-03',"
                                + "'org':{'company':'Acme'},'phones':[{'phone':'+62 21 1','type':'MAIN'},"
                                + "{'phone':'+62 812 2','type':'CELL','wa_id':'628122'}],"
                                + "'emails':[{'email':'ayu@example.com','type':'WORK'}],"
                                + "'urls':[{'url':'https://example.com','type':'HOME'}],"
                                + "'addresses':[{'street':'Jl. Merdeka 1','city':'Jakarta','state':'DKI','zip':'10110',"
                                + "'country':'Indonesia','country_code':'ID','type':'WORK'}]}]"),
                kind(
                        MessageContent.reaction("wamid.1", "\uD83D\uDC4D"),
                        "reaction",
                        "{'messageId':'wamid.1','emoji':'\uD83D\uDC4D'}"),
                kind(
                        MessageContent.json("quickReply", "{ 'any': 1 }".replace('\'', '"')),
                        "quickReply",
                        "{ 'any': 1 }"),
                // interactive
                kind(
                        InteractiveContent.buttons("Sure?", ReplyButton.of("y", "Yes"), ReplyButton.of("n", "No")),
                        "interactive",
                        "{'type':'button','body':{'text':'Sure?'},'action':{'buttons':["
                                + "{'type':'reply','reply':{'id':'y','title':'Yes'}},"
                                + "{'type':'reply','reply':{'id':'n','title':'No'}}]}}"),
                kind(
                        InteractiveContent.list(
                                "When?",
                                "Choose",
                                ListSection.of(
                                        "Monday",
                                        ListRow.of("m1", "9 to 12").withDescription("free"),
                                        ListRow.of("m2", "12 to 15")),
                                ListSection.of("Tuesday", ListRow.of("t1", "9 to 12"))),
                        "interactive",
                        "{'type':'list','body':{'text':'When?'},'action':{'button':'Choose','sections':["
                                + "{'title':'Monday','rows':[{'id':'m1','title':'9 to 12','description':'free'},"
                                + "{'id':'m2','title':'12 to 15'}]},"
                                + "{'title':'Tuesday','rows':[{'id':'t1','title':'9 to 12'}]}]}}"),
                kind(
                        InteractiveContent.product("c-1", "sku-1"),
                        "interactive",
                        "{'type':'product','action':{'catalog_id':'c-1','product_retailer_id':'sku-1'}}"),
                kind(
                        InteractiveContent.products("New", "Look", "c-1", ProductSection.of("Shoes", "sku-1", "sku-2")),
                        "interactive",
                        "{'type':'product_list','body':{'text':'Look'},'action':{'catalog_id':'c-1','sections':["
                                + "{'title':'Shoes','product_items':[{'product_retailer_id':'sku-1'},"
                                + "{'product_retailer_id':'sku-2'}]}]},'header':{'type':'text','text':'New'}}"),
                kind(
                        InteractiveContent.catalog("All we have"),
                        "interactive",
                        "{'type':'catalog_message','body':{'text':'All we have'},"
                                + "'action':{'name':'catalog_message'}}"),
                kind(
                        InteractiveContent.catalog("All we have", "sku-1"),
                        "interactive",
                        "{'type':'catalog_message','body':{'text':'All we have'},'action':{'name':'catalog_message',"
                                + "'parameters':{'thumbnail_product_retailer_id':'sku-1'}}}"),
                kind(
                        InteractiveContent.flow("Book", FlowLink.of("f-1", "Begin")),
                        "interactive",
                        "{'type':'flow','body':{'text':'Book'},'action':{'name':'flow','parameters':{"
                                + "'flow_message_version':'3','flow_id':'f-1','flow_cta':'Begin'}}}"),
                kind(
                        InteractiveContent.flow(
                                "Book",
                                FlowLink.of("f-1", "Begin")
                                        .withToken("t-1")
                                        .withScreen("DATES", Map.of("city", "Jakarta"))
                                        .asDraft()),
                        "interactive",
                        "{'type':'flow','body':{'text':'Book'},'action':{'name':'flow','parameters':{"
                                + "'flow_message_version':'3','flow_id':'f-1','flow_cta':'Begin','flow_token':'t-1',"
                                + "'flow_action':'navigate','flow_action_payload':{'screen':'DATES',"
                                + "'data':{'city':'Jakarta'}},'mode':'draft'}}}"),
                kind(
                        InteractiveContent.flow(
                                "Book", FlowLink.of("f-1", "Begin").withScreen("DATES")),
                        "interactive",
                        "{'type':'flow','body':{'text':'Book'},'action':{'name':'flow','parameters':{"
                                + "'flow_message_version':'3','flow_id':'f-1','flow_cta':'Begin',"
                                + "'flow_action':'navigate','flow_action_payload':{'screen':'DATES'}}}}"),
                kind(
                        InteractiveContent.flow(
                                "Book", FlowLink.of("f-1", "Begin").withDataExchange()),
                        "interactive",
                        "{'type':'flow','body':{'text':'Book'},'action':{'name':'flow','parameters':{"
                                + "'flow_message_version':'3','flow_id':'f-1','flow_cta':'Begin',"
                                + "'flow_action':'data_exchange'}}}"),
                kind(
                        InteractiveContent.url("Pay here", "Pay", "https://pay.example.com/1"),
                        "interactive",
                        "{'type':'cta_url','body':{'text':'Pay here'},'action':{'name':'cta_url','parameters':{"
                                + "'display_text':'Pay','url':'https://pay.example.com/1'}}}"),
                kind(
                        InteractiveContent.locationRequest("Where to?"),
                        "interactive",
                        "{'type':'location_request_message','body':{'text':'Where to?'},"
                                + "'action':{'name':'send_location'}}"),
                kind(
                        InteractiveContent.product("c-1", "sku-1")
                                .withBody("Again?")
                                .withHeader("Shoes")
                                .withFooter("Acme"),
                        "interactive",
                        "{'type':'product','action':{'catalog_id':'c-1','product_retailer_id':'sku-1'},"
                                + "'body':{'text':'Again?'},'header':{'type':'text','text':'Shoes'},"
                                + "'footer':{'text':'Acme'}}"),
                kind(
                        InteractiveContent.locationRequest("Where?").withImageHeader(LINK),
                        "interactive",
                        "{'type':'location_request_message','body':{'text':'Where?'},"
                                + "'action':{'name':'send_location'},'header':{'type':'image','image':{'link':'%'}}}"),
                kind(
                        InteractiveContent.locationRequest("Where?").withVideoHeader(LINK),
                        "interactive",
                        "{'type':'location_request_message','body':{'text':'Where?'},"
                                + "'action':{'name':'send_location'},'header':{'type':'video','video':{'link':'%'}}}"),
                kind(
                        InteractiveContent.locationRequest("Where?").withDocumentHeader(LINK, "map.pdf"),
                        "interactive",
                        "{'type':'location_request_message','body':{'text':'Where?'},"
                                + "'action':{'name':'send_location'},"
                                + "'header':{'type':'document','document':{'link':'%','filename':'map.pdf'}}}"),
                // Viber
                kind(
                        ViberContent.video(video),
                        "video",
                        "{'link':'%','thumbnail':'https://files.example.com/b','fileSize':10,'duration':42}"),
                kind(
                        ViberContent.document(LINK, "bill.pdf", "pdf"),
                        "document",
                        "{'link':'%','fileName':'bill.pdf','fileType':'pdf'}"),
                kind(
                        ViberContent.textButton("Sale", "Look", "https://example.com"),
                        "text_button",
                        "{'text':'Sale','caption':'Look','action':'https://example.com'}"),
                kind(
                        ViberContent.textImageButton("Sale", LINK, "Look", "https://example.com"),
                        "text_image_button",
                        "{'text':'Sale','link':'%','caption':'Look','action':'https://example.com'}"),
                kind(
                        ViberContent.textVideo("Sale", video),
                        "text_video",
                        "{'text':'Sale','link':'%','thumbnail':'https://files.example.com/b','fileSize':10,"
                                + "'duration':42}"),
                kind(
                        ViberContent.textVideoButton("Sale", video, "Look"),
                        "text_video_button",
                        "{'text':'Sale','link':'%','thumbnail':'https://files.example.com/b','fileSize':10,"
                                + "'duration':42,'caption':'Look'}"),
                kind(
                        ViberContent.textVideoButton("Sale", video, "Look", "https://example.com"),
                        "text_video_button",
                        "{'text':'Sale','link':'%','thumbnail':'https://files.example.com/b','fileSize':10,"
                                + "'duration':42,'caption':'Look','action':'https://example.com'}"));
    }

    private static Contact wholeContact() {
        return Contact.of("Dr. Ayu D. Lestari jr.", "Ayu")
                .withLastName("Lestari")
                .withMiddleName("D.")
                .withPrefix("Dr.")
                .withSuffix("jr.")
                .withBirthday(LocalDate.of(1990, 2, 3))
                .withCompany("Acme")
                .withPhone("+62 21 1", "MAIN")
                .withPhone("+62 812 2", "CELL", "628122")
                .withEmail("ayu@example.com", "WORK")
                .withUrl("https://example.com", "HOME")
                .withAddress(PostalAddress.of("Jl. Merdeka 1", "Jakarta")
                        .withState("DKI")
                        .withZip("10110")
                        .withCountry("Indonesia", "ID")
                        .withType("WORK"));
    }

    private static Arguments kind(MessageContent content, String messageType, String json) {
        String expected = json.replace('\'', '"').replace("%", LINK);
        return Arguments.of(messageType + " " + expected, content, messageType, expected);
    }

    private static SendChatappMessageRequest.Builder message() {
        return SendChatappMessageRequest.builder()
                .channelType(ChannelType.WHATSAPP)
                .from("8613800001111")
                .to("6281234567890");
    }

    private static CamsClient client(FakeCloud cloud) {
        return cloud.configure(CamsClient.builder()).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyKindArrivesAsDocumented(
            String name, MessageContent content, String messageType, String json, FakeCloud cloud) {
        try (CamsClient cams = client(cloud)) {
            cams.sendChatappMessage(message().content(content).build());
        }

        ReceivedCall call = cloud.received("SendChatappMessage").get(0);
        assertThat(call.parameters())
                .containsEntry("Type", "message")
                .containsEntry("MessageType", messageType)
                .containsEntry("Content", json);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void everyKindEqualsItsLikeAndIsPrintedWithoutWhatItSays(
            String name, MessageContent content, String messageType, String json) {
        MessageContent like = (MessageContent) kinds().map(Arguments::get)
                .filter(kind -> kind[0].equals(name))
                .findFirst()
                .orElseThrow()[1];

        assertThat(content).isEqualTo(like).hasSameHashCodeAs(like).isNotSameAs(like);
        assertThat(kinds().map(kind -> kind.get()[1]).filter(content::equals)).hasSize(1);
        int characters = content.json().codePointCount(0, content.json().length());
        assertThat(content)
                .hasToString("MessageContent{messageType=" + messageType + ", json=<" + characters + " chars>}");
    }

    @Test
    void partsEqualTheirLikeAndArePrintedWithoutTheirValues() {
        assertThat(wholeContact()).isEqualTo(wholeContact()).hasSameHashCodeAs(wholeContact());
        assertThat(Contact.of("Ayu", "Ayu")).isNotEqualTo(wholeContact());
        assertThat(ReplyButton.of("a", "b")).isNotEqualTo(ListRow.of("a", "b"));
        assertThat(wholeContact().toString()).doesNotContain("Ayu", "1990", "628122", "Jakarta");
        assertThat(ListRow.of("secret", "private")).hasToString("ListRow[id, title]");
    }

    @Test
    void aChangedCopyLeavesItsOriginalUnchanged() {
        MediaContent image = MessageContent.image(LINK);
        Contact contact = Contact.of("Ayu", "Ayu").withPhone("1", "HOME");
        InteractiveContent question = InteractiveContent.locationRequest("Where?");

        image.withCaption("x");
        contact.withPhone("2", "WORK").withLastName("L");
        question.withFooter("x").withBody("y");

        assertThat(image).isEqualTo(MessageContent.image(LINK));
        assertThat(contact).isEqualTo(Contact.of("Ayu", "Ayu").withPhone("1", "HOME"));
        assertThat(question).isEqualTo(InteractiveContent.locationRequest("Where?"));
    }

    @Test
    void theMessageTypeIsSetWithTheContent() {
        SendChatappMessageRequest request =
                message().content(MessageContent.text("Halo")).build();

        assertThat(request.type()).isEqualTo(SendType.MESSAGE);
        assertThat(request.messageType()).isEqualTo(MessageType.TEXT);
        assertThat(request.content()).isEqualTo("{\"text\":\"Halo\"}");
        assertThat(request)
                .isEqualTo(message()
                        .type("message")
                        .messageType("text")
                        .content("{\"text\":\"Halo\"}")
                        .build());
        assertThat(request.toString()).doesNotContain("Halo");
    }

    @Test
    void aTemplateSetsAllThatBelongsToIt(FakeCloud cloud) {
        try (CamsClient cams = client(cloud)) {
            cams.sendChatappMessage(message()
                    .template("order_update", "en", Map.of("name", "Ayu"))
                    .build());
            cams.sendChatappMassMessage(m -> m.channelType(ChannelType.WHATSAPP)
                    .from("8613800001111")
                    .template("order_update", "en")
                    .addRecipient(s -> s.to("6281234567890").templateParams(Map.of("name", "Ayu"))));
        }

        assertThat(cloud.received("SendChatappMessage").get(0).parameters())
                .containsEntry("Type", "template")
                .containsEntry("TemplateCode", "order_update")
                .containsEntry("Language", "en")
                .containsEntry("TemplateParams", "{\"name\":\"Ayu\"}")
                .doesNotContainKeys("MessageType", "Content");
        assertThat(cloud.received("SendChatappMassMessage").get(0).parameters())
                .containsEntry("TemplateCode", "order_update")
                .containsEntry("Language", "en")
                .containsEntry("SenderList", "[{\"TemplateParams\":{\"name\":\"Ayu\"},\"To\":\"6281234567890\"}]");
    }

    static Stream<SendChatappMessageRequest.Builder> contradictions() {
        MessageContent text = MessageContent.text("secret");
        Map<String, String> values = Map.of("name", "secret");
        return Stream.of(
                message().content(text).template("t", "en", values),
                message().template("t", "en", values).content(text),
                message().content(text).templateCode("t"),
                message().templateName("t").content(text),
                message().content(text).templateParams(values),
                message().content(text).messageType(MessageType.IMAGE),
                message().messageType("image").content(text),
                message().content(text).content("{\"text\":\"secret too\"}"),
                message().content(text).type(SendType.TEMPLATE),
                message().type("message").template("t", "en", values),
                message().template("t", "en", values).content("{\"text\":\"secret too\"}"),
                message().template("t", "en", values).templateName("other"),
                message().messageType("text").template("t", "en", values));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void aContradictionIsRefusedBeforeSendingWhicheverCameFirst(SendChatappMessageRequest.Builder builder) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SendChatappMessageRequest: ")
                .hasMessageContaining("leave out one")
                .hasMessageNotContaining("secret");
    }

    @Test
    void inACopyAnotherContentOrATemplateTakesThePlaceOfTheFirst() {
        SendChatappMessageRequest text =
                message().content(MessageContent.text("Halo")).build();

        assertThat(text.toBuilder().content(MessageContent.image(LINK)).build())
                .isEqualTo(message().content(MessageContent.image(LINK)).build());
        assertThat(text.toBuilder().template("t", "en", Map.of()).build())
                .isEqualTo(message().template("t", "en", Map.of()).build());
        assertThat(text.toBuilder().to("6281200000000").build().content()).isEqualTo(text.content());
    }

    @Test
    void anyTextSurvives(FakeCloud cloud) {
        cloud.when("SendChatappMessage")
                .thenAnswer(call ->
                        Reply.json("{\"Code\":\"OK\",\"RequestId\":\"r\",\"Echo\":" + call.parameter("Content") + "}"));
        Random random = new Random(20261121);
        try (CamsClient cams = client(cloud)) {
            for (int i = 0; i < 300; i++) {
                String text = anyText(random);
                var sent = cams.sendChatappMessage(message()
                        .content(InteractiveContent.buttons(text, ReplyButton.of("b", text)))
                        .build());

                assertThat(sent.raw("/Echo/body/text")).isEqualTo(text);
                assertThat(sent.raw("/Echo/action/buttons/0/reply/title")).isEqualTo(text);
            }
        }
    }

    private static String anyText(Random random) {
        List<String> odd =
                List.of("\"", "\\", "\n", "\r\n", "\t", "\u0000", "\u2028", "{}", "%7E", "+", "&=", "'", "</");
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(20); length > 0; length--) {
            if (random.nextInt(3) == 0) {
                text.append(odd.get(random.nextInt(odd.size())));
            } else {
                int point = random.nextInt(Character.MAX_CODE_POINT + 1);
                boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
                text.appendCodePoint(half ? 0x1F600 : point);
            }
        }
        return text.toString();
    }

    @Test
    void halfACharacterIsRefusedAndNotQuoted() {
        for (String cut : List.of("secret \uD83D", "\uDE00 secret", "a\uD83Db secret")) {
            assertThatThrownBy(() -> MessageContent.text(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("text holds half a character at index ")
                    .hasMessageNotContaining("secret");
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(() -> MessageContent.text(""), "text is empty"),
                mistake(() -> MessageContent.image(""), "link is empty"),
                mistake(() -> MessageContent.document(LINK, ""), "fileName is empty"),
                mistake(() -> MessageContent.reaction("m", ""), "emoji is empty"),
                mistake(() -> MessageContent.location(106.8, -6.2), "latitude is out of range: -90 to 90"),
                mistake(() -> MessageContent.location(0, 180.01), "longitude is out of range: -180 to 180"),
                mistake(() -> MessageContent.location(Double.NaN, 0), "latitude is out of range"),
                mistake(MessageContent::contacts, "contacts is empty"),
                mistake(() -> InteractiveContent.buttons("Sure?"), "buttons is empty"),
                mistake(() -> InteractiveContent.list("a", "b"), "sections is empty"),
                mistake(() -> ListSection.of("a"), "rows is empty"),
                mistake(() -> ProductSection.of("a"), "productRetailerIds is empty"),
                mistake(() -> MessageContent.json("", "{}"), "messageType is empty"),
                mistake(() -> ViberVideo.of(LINK, LINK, 0, 1), "fileSize is 0"),
                mistake(() -> ViberVideo.of(LINK, LINK, 1, -1), "duration is -1"));
    }

    private static Arguments mistake(ThrowingCallable code, String message) {
        return Arguments.of(message, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsSaidAtOnce(String message, ThrowingCallable code) {
        assertThatThrownBy(code).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    static Stream<Arguments> absent() {
        InteractiveContent question = InteractiveContent.buttons("Sure?", ReplyButton.of("y", "Yes"));
        Contact ayu = Contact.of("Ayu", "Ayu");
        PostalAddress home = PostalAddress.of("Street 1", "Bandung");
        FlowLink flow = FlowLink.of("1", "Open");
        ListRow row = ListRow.of("1", "One");
        return Stream.of(
                Arguments.of(
                        MessageContent.image(LINK),
                        MessageContent.image(LINK).withCaption("c").withCaption(null)),
                Arguments.of(
                        MessageContent.location(1, 2),
                        MessageContent.location(1, 2).withName("n").withName(null)),
                Arguments.of(
                        MessageContent.location(1, 2).withName("n"),
                        MessageContent.location(1, 2).withName("n", "a").withName("n", null)),
                Arguments.of(question, question.withHeader("h").withHeader(null)),
                Arguments.of(question, question.withImageHeader(LINK).withImageHeader(null)),
                Arguments.of(question, question.withVideoHeader(LINK).withVideoHeader(null)),
                Arguments.of(question, question.withFooter("f").withFooter(null)),
                Arguments.of(
                        InteractiveContent.product("1", "2"),
                        InteractiveContent.product("1", "2").withBody("b").withBody(null)),
                Arguments.of(
                        ayu,
                        ayu.withLastName(null)
                                .withMiddleName(null)
                                .withPrefix(null)
                                .withSuffix(null)
                                .withBirthday(null)
                                .withCompany(null)),
                Arguments.of(
                        ayu,
                        ayu.withLastName("L")
                                .withCompany("Acme")
                                .withLastName(null)
                                .withCompany(null)),
                Arguments.of(ayu.withPhone("1", "CELL"), ayu.withPhone("1", "CELL", null)),
                Arguments.of(
                        home,
                        home.withState(null)
                                .withZip(null)
                                .withCountry(null, null)
                                .withType(null)),
                Arguments.of(row, row.withDescription("d").withDescription(null)),
                Arguments.of(flow, flow.withToken("t").withToken(null)),
                Arguments.of(flow.withScreen("S"), flow.withScreen("S", null)),
                Arguments.of(flow.withScreen("S"), flow.withScreen("S", Map.of())));
    }

    @ParameterizedTest
    @MethodSource("absent")
    void whatMayBeAbsentMayBeNull(Object without, Object withNull) {
        assertThat(withNull).isEqualTo(without);
    }

    @Test
    void theSenderAndTheRecipientMayBeGivenAsNumbers() {
        SendChatappMessageRequest request = SendChatappMessageRequest.builder()
                .channelType(ChannelType.WHATSAPP)
                .from(PhoneNumber.of("+62 811 1111 111"))
                .to(PhoneNumber.of("+62 812-3456-7890"))
                .custSpaceId("cams-1")
                .template("T1", "en", null)
                .build();

        assertThat(request.from()).isEqualTo("628111111111");
        assertThat(request.to()).isEqualTo("6281234567890");
        assertThat(request.toBuilder().to("+62 812 9999 999").build().to()).isEqualTo("628129999999");
        assertThat(request.toBuilder().to("-100123456789").build().to()).isEqualTo("-100123456789");
        assertThatThrownBy(() -> request.toBuilder().template(null, "en", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("templateCode");
    }

    @Test
    void aNullValueForAScreenIsNamedByItsVariable() {
        Map<String, String> data = new HashMap<>();
        data.put("code", "482913");
        data.put("name", null);

        assertThatThrownBy(() -> FlowLink.of("1", "Open").withScreen("S", data))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("data must not hold null for 'name'");
    }
}

package io.github.alimsg.cams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.SendChatappMassMessageRequest.Recipient;
import io.github.alimsg.core.batch.BatchResult;
import io.github.alimsg.core.template.TemplateMismatchException;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Values of chat messages are checked for completeness before they are sent. */
class ChatappTemplatesTest {
    private static final String CODE = "744c4b5c79c9432497a075bdfca3";

    private final ManualTime time = new ManualTime();
    private final FakeCloud cloud =
            FakeCloud.builder().timeSource(time).withProduct(CamsClient.PRODUCT).start();
    private final CamsClient cams = cloud.configure(CamsClient.builder()).build();
    private final ChatappTemplates templates = ChatappTemplates.of(cams, "cams-8c8d0a1b", time);

    @AfterEach
    void close() {
        cams.close();
        cloud.close();
    }

    private void addTemplate() {
        cloud.templates().addChat(CODE, "en", "Hi $(name), your order $(order) is on its way.");
    }

    private static Recipient recipient(int i, Map<String, String> values) {
        return Recipient.builder()
                .to(Long.toString(6281234500000L + i))
                .templateParams(values)
                .build();
    }

    private BatchResult<Recipient> send(Batches batches, List<Recipient> people) {
        return batches.sendChatappMassMessage(
                b -> b.channelType(ChannelType.WHATSAPP)
                        .custSpaceId("cams-8c8d0a1b")
                        .from("8613800001111")
                        .templateCode(CODE)
                        .language("en"),
                people);
    }

    @Test
    void oneBadRowOfAHundredCostsOne() {
        addTemplate();
        List<Recipient> people = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> recipient(i, Map.of("name", "Ayu", "order", "A" + i)))
                .toList());
        people.set(41, recipient(41, Map.of("order", "A41")));

        BatchResult<Recipient> result = send(cams.batches().check(templates), people);

        assertThat(result.accepted()).hasSize(99);
        assertThat(result.refused()).containsExactly(people.get(41));
        assertThat(result.outcomes().get(41).failure())
                .isInstanceOf(TemplateMismatchException.class)
                .hasMessage("template " + CODE + ": name: no value");
        assertThat(cloud.receivedCount("GetChatappTemplateDetail")).isEqualTo(1);
        assertThat(cloud.receivedCount("SendChatappMassMessage")).isEqualTo(1);
    }

    @Test
    void nothingIsCheckedUnlessAskedForNorWhenTheTemplateCannotBeRead() {
        cloud.when("GetChatappTemplateDetail").thenBusinessFailure("DetailError.TemplateNotExist", "unknown");
        List<Recipient> people = List.of(recipient(1, Map.of()));

        assertThat(send(cams.batches(), people).allAccepted()).isTrue();
        assertThat(cloud.receivedCount("GetChatappTemplateDetail")).isZero();

        assertThat(send(cams.batches().check(templates), people).allAccepted()).isTrue();
        assertThat(templates.check(CODE, "en", Map.of())).isFalse();
        assertThat(templates.notChecked()).containsOnlyKeys(CODE + " (en)");
        assertThat(cloud.receivedCount("GetChatappTemplateDetail")).isEqualTo(1);
    }

    @Test
    void aTemplateIsReadOnceIn15MinutesForEachLanguage() {
        addTemplate();
        cloud.templates().addChat(CODE, "id", "Hai $(name)");
        Map<String, String> values = Map.of("name", "Ayu", "order", "A1");

        assertThat(templates.render(CODE, "en", values)).isEqualTo("Hi Ayu, your order A1 is on its way.");
        assertThat(templates.render(CODE, "id", values)).isEqualTo("Hai Ayu");
        assertThat(templates.check(CODE, "en", values)).isTrue();
        assertThat(cloud.receivedCount("GetChatappTemplateDetail")).isEqualTo(2);

        time.advance(Duration.ofMinutes(15));
        assertThat(templates.check(CODE, "en", values)).isTrue();
        assertThat(cloud.receivedCount("GetChatappTemplateDetail")).isEqualTo(3);
    }

    @Test
    void everyPlaceOfAVariableIsChecked() {
        cloud.when("GetChatappTemplateDetail")
                .thenSucceedWith(Map.of(
                        "Data",
                        Map.of(
                                "Components",
                                List.of(
                                        Map.of("Type", "HEADER", "Format", "IMAGE", "Url", "$(image)"),
                                        Map.of("Type", "BODY", "Text", "Hi $(name)"),
                                        Map.of("Type", "LIMITED_TIME_OFFER", "OfferExpirationTimeMs", "$(end)"),
                                        Map.of(
                                                "Type",
                                                "BUTTONS",
                                                "Buttons",
                                                List.of(
                                                        Map.of("Type", "URL", "Url", "https://a.example/$(order)"),
                                                        Map.of("Type", "COPY_CODE", "CouponCode", "$(coupon)"))),
                                        Map.of(
                                                "Type",
                                                "CAROUSEL",
                                                "Cards",
                                                List.of(Map.of(
                                                        "CardComponents",
                                                        List.of(Map.of("Type", "BODY", "Text", "Card $(card)")))))))));

        assertThatThrownBy(() -> templates.check(CODE, "en", Map.of("other", "x")))
                .isInstanceOfSatisfying(
                        TemplateMismatchException.class,
                        mismatch -> assertThat(mismatch.problems())
                                .containsOnlyKeys("image", "name", "end", "order", "coupon", "card"));
    }
}

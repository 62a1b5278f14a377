package io.github.alimsg.it.message;

import static io.github.alimsg.it.message.Account.AYU;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.testing.FakeTemplates;
import io.github.alimsg.testing.SentMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message says what its recipient reads. */
class RenderedTextTest {
    private final Account account = new Account();
    private final FakeTemplates templates = account.cloud.templates();

    @AfterEach
    void close() {
        account.close();
    }

    private SentMessage last() {
        List<SentMessage> sent = account.cloud.messages().list();
        return sent.get(sent.size() - 1);
    }

    @Test
    void ofATemplateWithItsSignature() {
        templates.addSms("SMS_1", "Your code is ${code}", Map.of());
        account.sendSms("13900001234", "order-7");
        SentMessage message = last();
        assertThat(message.renderedText()).isEqualTo("【Acme】Your code is 4711");
        assertThat(message.parameters()).containsEntry("PhoneNumbers", "13900001234");

        templates.addSms("SMS_1", "Code ${code}", Map.of());
        assertThat(message.renderedText()).isEqualTo("【Acme】Code 4711");
        assertThat(templates.codes()).containsExactly("SMS_1");
        templates.remove("SMS_1");
        assertThat(message.renderedText()).isNull();
        assertThat(templates.codes()).isEmpty();
    }

    @Test
    void ofAChatTemplateToEachRecipient() {
        templates.addChat("order_update", "en", "Hello $(name)");
        account.chatToAll(AYU);
        assertThat(last().renderedText()).isEqualTo("Hello N" + AYU);

        templates.addChat("order_update", "en", "Hello $(name), $(place)");
        assertThat(last().renderedText()).as("a value is missing").isNull();
        templates.remove("order_update");
        assertThat(templates.codes()).isEmpty();
    }

    @Test
    void ofFreeText() {
        account.chat(AYU, "Hello");
        assertThat(last().renderedText()).isEqualTo("Hello");
        account.sms.sendMessageToGlobe(m -> m.to(AYU).from("Acme").message("{\"text\":1}"));
        assertThat(last().renderedText()).isEqualTo("{\"text\":1}");
    }
}

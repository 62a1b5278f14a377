package io.github.alimsg.testing;

import static io.github.alimsg.testing.Letters.LIST_LETTERS;
import static io.github.alimsg.testing.Letters.SEND_LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.spi.ClientCore;
import io.github.alimsg.testing.Letters.Letter;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake reads the messages of any product, of which it knows nothing else. */
class AnyProductsMessagesTest {
    private static final Letter HELLO = new Letter("Ann", "Hello");

    private final FakeCloud cloud = FakeCloud.start();
    private final ClientCore client = ClientCore.create(Letters.PRODUCT, cloud.configure(new Letters.Builder()));

    @AfterEach
    void close() {
        client.close();
        cloud.close();
    }

    @Test
    void messagesOfAConfiguredClientAreRemembered() {
        client.call(SEND_LETTER, HELLO);
        client.call(LIST_LETTERS, HELLO);

        assertThat(cloud.messages().list()).singleElement().satisfies(message -> {
            assertThat(message.operation()).isEqualTo("SendLetter");
            assertThat(message.to()).isEqualTo("Ann");
            assertThat(message.text()).isEqualTo("Hello");
            assertThat(message.channel()).isNull();
            assertThat(message.id()).isNull();
            assertThat(message.ownId()).isNull();
            assertThat(message.states()).isEmpty();
        });
        assertThat(cloud.messages().countBy(SentMessage::ownId)).isEmpty();
        assertThat(cloud.messages().countBy(SentMessage::to)).isEqualTo(Map.of("Ann", 1));
    }

    @Test
    void aProductThatIsTaughtLaterIsKnownFromThenOn() throws IOException {
        try (FakeCloud other = FakeCloud.start();
                PlainClient caller = new PlainClient(other)) {
            caller.call("SendLetter").version("2026-01-01").query("To", "Ann").post();
            assertThat(other.messages().count()).isZero();

            other.withProduct(Letters.PRODUCT);
            caller.call("SendLetter").version("2026-01-01").query("To", "Ben").post();

            assertThat(other.messages().list()).extracting(SentMessage::to).containsExactly("Ben");
        }
    }

    @Test
    void messagesOfManyThreadsAreAllThere() {
        IntStream.range(0, 200).parallel().forEach(i -> {
            client.call(SEND_LETTER, new Letter("N" + i, "Hello"));
            cloud.messages().count();
        });

        assertThat(cloud.messages().countBy(SentMessage::to).values())
                .hasSize(200)
                .containsOnly(1);
    }
}

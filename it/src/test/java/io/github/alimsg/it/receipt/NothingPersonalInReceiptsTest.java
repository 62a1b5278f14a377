package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptPart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, names and texts of people stand in accessors and raw JSON, and nowhere else. */
class NothingPersonalInReceiptsTest {
    /** Everything in {@link Bodies} that belongs to somebody. */
    private static final List<String> PERSONAL = List.of(
            "6281277700123",
            "6281277700124",
            "6281277700125",
            "6281100000001",
            "13800001111",
            "85212345678",
            "Ayu",
            "ayu",
            "Budi",
            "Citra",
            "Dewi",
            "its way",
            "Thank",
            "my door",
            "the yard",
            "bill",
            "note.ogg",
            "media.example",
            "Jalan",
            "106.8",
            "-6.2",
            "Home",
            "Confirm",
            "confirm-",
            "names a competitor",
            "\"TD\"",
            "content=TD",
            "Example",
            "licence",
            "Your order",
            "${id}",
            "ID.1001");

    private static Stream<String> bodies() {
        return Stream.of(Bodies.CAMS, Bodies.MAINLAND, Bodies.GLOBE).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void toStringShowsIdsAndStates(String body) {
        for (Parsers.Parser parser : Parsers.ALL) {
            for (ReceiptPart receipt : parser.parse(bytes(body))) {
                assertThat(receipt.toString()).doesNotContain(PERSONAL).startsWith(parser + "{");
            }
        }
    }

    @Test
    void toStringOfPartsToo() {
        for (String body : Bodies.CAMS) {
            io.github.alimsg.cams.receipt.ChatAppInbound.parse(bytes(body)).forEach(message -> {
                String all =
                        message + " " + message.media() + message.location() + message.reply() + message.contacts();
                assertThat(all).doesNotContain(PERSONAL);
            });
        }
        var image = io.github.alimsg.cams.receipt.ChatAppInbound.parse(bytes(Bodies.INBOUND_IMAGE))
                .get(0);
        assertThat(String.valueOf(image.media())).isEqualTo("InboundMedia{id=772, mimeType=image/jpeg, 2 hidden}");
    }

    @Test
    void keysSayNothing() {
        bodies().forEach(body ->
                Parsers.ALL.forEach(parser -> parser.parse(bytes(body)).forEach(part -> {
                    if (part instanceof io.github.alimsg.receipts.Receipt receipt && receipt.key() != null) {
                        assertThat(receipt.key()).doesNotContain(PERSONAL).hasSizeLessThan(60);
                    }
                })));
    }

    @Test
    void postedTextCannotAddLinesToALog() {
        String line = "[{\"MessageId\":\"1\\nERROR all is lost\",\"Status\":\"" + "x".repeat(1000) + "\"}]";
        assertThat(Parsers.ALL.get(0).parse(bytes(line)).toString())
                .isEqualTo("[ChatAppStatus{MessageId=<19 chars>, Status=<1000 chars>}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6281277700123",
                "[6281277700123]",
                "[{\"To\":\"6281277700123\"},\"6281277700123\"]",
                "[{\"To\":6281277700123x}]",
                "[{\"To\":\"6281277700123",
                "[{\"6281277700123",
                "{\"6281277700123\":6281277700123} 6281277700123",
                "{\"To\":\"\\q6281277700123\"}",
                "6281277700123 Dear Ayu",
                "\"\\\"6281277700123\\\"\"",
                "[[[\"6281277700123\"]]]"
            })
    void whatCannotBeReadIsNotQuoted(String body) {
        for (ReceiptDispatcher receipts : Parsers.DISPATCHERS) {
            List<Exception> failures = receipts.handle(bytes(body)).failures();
            assertThat(failures).isNotEmpty();
            for (Exception failure : failures) {
                var trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                assertThat(trace.toString()).doesNotContain("62812", "Ayu");
            }
        }
    }
}

package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptResponse;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.testing.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who knows the URL can post, and what it does not do. */
class ForgedReceiptsTest {
    private final List<String> handled = new ArrayList<>();

    private CamsReceipts.Builder real() {
        return CamsReceipts.builder().onStatus(status -> {
            if (String.valueOf(status.messageId()).startsWith("real")) {
                handled.add(status.messageId());
            }
        });
    }

    private static String status(String id) {
        return "{\"MessageId\":\"" + id + "\",\"Status\":\"Sent\"}";
    }

    /** A body of nearly a mebibyte. */
    private static byte[] mebibyte(IntFunction<String> item) {
        var body = new StringBuilder("[").append(item.apply(0));
        for (int i = 1; body.length() < (1 << 20) - 100; i++) {
            body.append(',').append(item.apply(i));
        }
        return bytes(body.append(']').toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[{}]", "{\"MessageId\":null}", "\"{}\"", "e30="})
    void anObjectWithoutValuesIsMalformed(String body) {
        List<Object> others = new ArrayList<>();
        ReceiptResponse response = real().onOther(others::add).build().handle(bytes(body));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.failures())
                .singleElement()
                .isInstanceOfSatisfying(
                        MalformedReceiptException.class,
                        failure -> assertThat(failure)
                                .hasMessage("expected an object with values at /0, found none")
                                .extracting(MalformedReceiptException::place)
                                .isEqualTo("/0"));
        assertThat(others).isEmpty();
        assertThatThrownBy(() -> ChatAppStatus.parse(bytes(body))).isInstanceOf(MalformedReceiptException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"\":null}", "[]", "\"\""})
    void aMebibyteOfNothingIsGivenUpAfterAHundredItems(String nothing) {
        List<Object> others = new ArrayList<>();
        ReceiptDispatcher receipts = real().onOther(others::add).build();
        assertThat(receipts.handle(mebibyte(i -> nothing)).failures()).hasSize(100);
        assertThat(others).isEmpty();
    }

    @Test
    void aFloodOfMadeUpReceiptsDoesNotPushOutWhatWasHandled() {
        ReceiptDispatcher receipts = real().build();
        assertThat(receipts.handle(bytes(status("real-1"))).accepted()).isTrue();
        for (int post = 0; post < 5; post++) {
            String prefix = post + "-";
            receipts.handle(mebibyte(i -> status(prefix + i)));
        }
        assertThat(receipts.handle(bytes(status("real-1"))).accepted()).isTrue();
        assertThat(handled).as("delivered twice, handled once").containsExactly("real-1");
    }

    @Test
    void aFloodDoesNotKeepWhatComesAfterItFromBeingRemembered() {
        ReceiptDispatcher receipts = real().build();
        for (int post = 0; post < 5; post++) {
            String prefix = post + "-";
            receipts.handle(mebibyte(i -> status(prefix + i)));
        }
        receipts.handle(bytes(status("real-1")));
        receipts.handle(bytes(status("real-1")));
        assertThat(handled).containsExactly("real-1");
    }

    @Test
    void whatWasHandledStaysForAnHourWhateverComes() {
        var time = new ManualTime();
        ReceiptDispatcher receipts = real().deduplicate(SeenReceipts.inMemory(8, Duration.ofDays(1), time))
                .build();
        receipts.handle(bytes("[" + status("real-1") + "," + status("real-2") + "," + status("real-3") + "]"));
        flood(receipts, "a");
        time.advance(Duration.ofMinutes(59));
        flood(receipts, "b");
        receipts.handle(bytes("[" + status("real-1") + "," + status("real-2") + "," + status("real-3") + "]"));
        assertThat(handled).as("a quarter of eight is kept").containsExactly("real-1", "real-2", "real-3", "real-3");

        time.advance(Duration.ofMinutes(1));
        flood(receipts, "c");
        receipts.handle(bytes(status("real-1")));
        assertThat(handled).as("not for longer").hasSize(5);
    }

    @Test
    void ordinaryTrafficIsRememberedForAsLongAsAskedFor() {
        var time = new ManualTime();
        ReceiptDispatcher receipts = real().deduplicate(SeenReceipts.inMemory(8, Duration.ofMinutes(30), time))
                .build();
        receipts.handle(bytes(status("real-1")));
        time.advance(Duration.ofMinutes(29));
        receipts.handle(bytes(status("real-1")));
        assertThat(handled).hasSize(1);
        time.advance(Duration.ofMinutes(1));
        receipts.handle(bytes(status("real-1")));
        assertThat(handled).hasSize(2);
    }

    @Test
    void whatAHandlerRefusesIsNotRemembered() {
        List<String> tried = new ArrayList<>();
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onStatus(status -> {
                    tried.add(status.messageId());
                    throw new IllegalStateException("nothing of that id was sent");
                })
                .build();
        receipts.handle(bytes(status("made-up")));
        assertThat(receipts.handle(bytes(status("made-up"))).status()).isEqualTo(500);
        assertThat(tried).containsExactly("made-up", "made-up");
    }

    private static void flood(ReceiptDispatcher receipts, String prefix) {
        for (int i = 0; i < 20; i++) {
            receipts.handle(bytes(status(prefix + i)));
        }
    }
}

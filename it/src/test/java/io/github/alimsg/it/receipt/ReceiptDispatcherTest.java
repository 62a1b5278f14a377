package io.github.alimsg.it.receipt;

import static io.github.alimsg.it.receipt.Bodies.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppStatus;
import io.github.alimsg.dysms.international.receipt.DysmsInternationalReceipts;
import io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts;
import io.github.alimsg.receipts.MalformedReceiptException;
import io.github.alimsg.receipts.Receipt;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.receipts.ReceiptResponse;
import io.github.alimsg.receipts.SeenReceipts;
import io.github.alimsg.receipts.UnknownReceipt;
import io.github.alimsg.testing.ManualTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handled, what is not, and what the service is told. */
class ReceiptDispatcherTest {
    private final List<String> handled = new ArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();

    private CamsReceipts.Builder statuses() {
        return CamsReceipts.builder().onStatus(status -> {
            if (failing.get() && "m2".equals(status.messageId())) {
                throw new IOException("the database is away");
            }
            handled.add(status.messageId() + " " + status.status());
        });
    }

    private static String status(String id, String state) {
        return "{\"MessageId\":\"" + id + "\",\"To\":\"6281277700123\",\"Status\":\"" + state
                + "\",\"Timestamp\":1795255200000}";
    }

    private static byte[] batch(String... items) {
        return bytes("[" + String.join(",", items) + "]");
    }

    @Test
    void everyKindFindsItsHandler() {
        List<String> kinds = new ArrayList<>();
        ReceiptDispatcher cams = CamsReceipts.builder()
                .onStatus(r -> kinds.add("status"))
                .onInbound(r -> kinds.add("inbound"))
                .onAudit(r -> kinds.add("audit"))
                .build();
        Bodies.CAMS.forEach(
                body -> assertThat(cams.handle(bytes(body)).accepted()).isTrue());
        ReceiptDispatcher mainland = DysmsMainlandReceipts.builder()
                .onSmsReport(r -> kinds.add("report"))
                .onSmsUp(r -> kinds.add("up"))
                .onSignReport(r -> kinds.add("sign"))
                .onTemplateReport(r -> kinds.add("template"))
                .build();
        Bodies.MAINLAND.forEach(
                body -> assertThat(mainland.handle(bytes(body)).accepted()).isTrue());
        ReceiptDispatcher globe = DysmsInternationalReceipts.builder()
                .onGlobeReport(r -> kinds.add("globe"))
                .onMainlandReport(r -> kinds.add("mainland"))
                .build();
        Bodies.GLOBE.forEach(
                body -> assertThat(globe.handle(bytes(body)).accepted()).isTrue());

        assertThat(kinds)
                .containsExactly(
                        "status",
                        "status",
                        "inbound",
                        "inbound",
                        "inbound",
                        "inbound",
                        "inbound",
                        "inbound",
                        "inbound",
                        "inbound",
                        "inbound",
                        "audit",
                        "audit",
                        "audit",
                        "report",
                        "up",
                        "sign",
                        "template",
                        "globe",
                        "globe",
                        "mainland");
    }

    @Test
    void theAnswerIsOneThatTheServiceTakesForConsent() {
        ReceiptResponse response = statuses().build().handle(batch(status("m1", "Sent")));
        assertThat(response.accepted()).isTrue();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json;charset=utf-8");
        assertThat(new String(response.body(), UTF_8)).isEqualTo("{\"code\":0,\"msg\":\"OK\"}");
        assertThat(response.failures()).isEmpty();
    }

    @Test
    void receiptsAreHandledInTheOrderOfTheBodyWhateverTheyMean() {
        statuses().build().handle(batch(status("m1", "Read"), status("m1", "Sent"), status("m1", "Delivered")));
        assertThat(handled).containsExactly("m1 Read", "m1 Sent", "m1 Delivered");
    }

    @Test
    void aRepetitionIsAcceptedAndNotHandledAgain() {
        ReceiptDispatcher receipts = statuses().build();
        receipts.handle(batch(status("m1", "Sent"), status("m1", "Sent")));
        assertThat(receipts.handle(batch(status("m1", "Sent"))).accepted()).isTrue();
        assertThat(handled).containsExactly("m1 Sent");
    }

    @Test
    void theSameReceiptHasTheSameKeyInEverySpelling() {
        Receipt one = ChatAppStatus.parse(batch(status("m1", "Sent"))).get(0);
        String other = status("m1", "Sent").replace("MessageId", "message_id").replace("\"To\"", "\"to \"");
        assertThat(ChatAppStatus.parse(batch(other)).get(0).key()).isEqualTo(one.key());
        assertThat(one.key()).startsWith("ChatAppStatus:").doesNotContain("6281277700123", "m1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageId", "To", "Status", "Timestamp"})
    void anotherReceiptHasAnotherKey(String field) {
        Receipt one = ChatAppStatus.parse(batch(status("m1", "Sent"))).get(0);
        String other = status("m1", "Sent").replaceFirst("\"" + field + "\":\"?", "$01");
        assertThat(ChatAppStatus.parse(batch(other)).get(0).key()).isNotEqualTo(one.key());
    }

    @Test
    void aStateThatMayComeAgainIsNeverTakenForARepetition() {
        List<String> states = new ArrayList<>();
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onAudit(audit -> states.add(String.valueOf(audit.auditStatus())))
                .build();
        String pass = "{\"WabaId\":\"1\",\"TemplateCode\":\"t\",\"AuditStatus\":\"pass\"}";
        receipts.handle(batch(pass, pass.replace("pass", "paused"), pass));
        assertThat(states).containsExactly("pass", "paused", "pass");
    }

    @Test
    void whenAHandlerFailsTheRestIsHandledAndTheServiceIsAskedToDeliverAgain() {
        ReceiptDispatcher receipts = statuses().build();
        byte[] body = batch(status("m1", "Sent"), status("m2", "Sent"), status("m3", "Sent"));
        failing.set(true);

        ReceiptResponse first = receipts.handle(body);
        assertThat(first.accepted()).isFalse();
        assertThat(first.status()).isEqualTo(500);
        assertThat(new String(first.body(), UTF_8)).doesNotContain("code");
        assertThat(first.failures()).singleElement().isInstanceOf(IOException.class);
        assertThat(handled).containsExactly("m1 Sent", "m3 Sent");

        failing.set(false);
        assertThat(receipts.handle(body).status()).isEqualTo(200);
        assertThat(handled).as("only what had failed").containsExactly("m1 Sent", "m3 Sent", "m2 Sent");
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestIsHandled() {
        ReceiptResponse response =
                statuses().build().handle(batch(status("m1", "Sent"), "[]", "\"6281277700123\"", "null"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.failures())
                .extracting(failure -> ((MalformedReceiptException) failure).place())
                .containsExactly("/1", "/2", "/3");
        assertThat(response.failures())
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "expected an object at /1, found a list",
                        "expected an object at /2, found string",
                        "expected an object at /3, found null");
        assertThat(handled).containsExactly("m1 Sent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                    | the body is empty",
                "`  `                  | the body is empty",
                "<html>                | the body is not valid JSON at line 1, column",
                "[{\"To\":\"62812777   | the body is not valid JSON at line 1, column",
                "{} {\"To\":\"628\"}   | the body has more after the end of its JSON at line 1, column 4",
                "7                     | expected an object at /0, found number",
            })
    void aBodyThatCannotBeReadIsRefusedWithItsPlace(String body, String message) {
        ReceiptResponse response = statuses().build().handle(bytes(body));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(MalformedReceiptException.class)
                        .hasMessageStartingWith(message)
                        .hasNoCause());
    }

    @Test
    void aNumberThatIsTooLargeIsRefused() {
        assumeTrue(PackageVersion.VERSION.getMinorVersion() >= 17, "Jackson before 2.17 reads it as infinite");

        ReceiptResponse response = statuses().build().handle(bytes("[{\"a\":1e99999999999}]"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(MalformedReceiptException.class)
                        .hasMessageStartingWith("the body has a number that is too large")
                        .hasNoCause());
    }

    @Test
    void anEmptyListIsAccepted() {
        assertThat(statuses().build().handle(bytes("[]")).accepted()).isTrue();
    }

    @Test
    void sizeAndDepthAreBounded() throws IOException {
        ReceiptDispatcher small = statuses().maxBodyBytes(100).build();
        assertThat(small.handle(new byte[101]).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("the body has more than 100 bytes"));
        var endless = new ByteArrayInputStream(new byte[10_000]);
        assertThat(small.handle(endless).status()).isEqualTo(400);
        assertThat(endless.available()).as("left unread").isEqualTo(9_899);
        assertThat(statuses()
                        .build()
                        .handle(new ByteArrayInputStream(batch(status("m1", "Sent"))))
                        .accepted())
                .isTrue();

        String deep = "[".repeat(100_000);
        assertThat(statuses().build().handle(bytes(deep)).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageStartingWith("the body is not valid JSON"));
        String texts = "{}";
        for (int i = 0; i < 6; i++) {
            texts = "\"" + texts.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        assertThat(statuses().build().handle(bytes(texts)).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("the body is text within text within text"));
        assertThatThrownBy(() -> statuses().maxBodyBytes(0)).hasMessageContaining("at least 1, not 0");
    }

    @Test
    void aBodyOfNothingButRubbishIsGivenUpEarly() {
        String rubbish = "[" + "0,".repeat(200_000) + status("m1", "Sent") + "]";
        assertThat(statuses().build().handle(bytes(rubbish)).failures()).hasSize(100);
        assertThat(handled).isEmpty();
        String almost = "[" + "0,".repeat(99) + status("m1", "Sent") + "]";
        assertThat(statuses().build().handle(bytes(almost)).failures()).hasSize(99);
        assertThat(handled).containsExactly("m1 Sent");
    }

    @Test
    void whatHasNoHandlerOfItsOwnGoesToTheOther() {
        List<Receipt> others = new ArrayList<>();
        ReceiptDispatcher receipts = statuses().onOther(others::add).build();
        receipts.handle(batch("{\"Kind\":\"news\",\"Text\":\"hello\"}", "{\"MessageId\":\"1\",\"Message\":\"hi\"}"));
        assertThat(others).hasSize(2);
        assertThat(others.get(0)).isInstanceOf(UnknownReceipt.class);
        assertThat(others.get(0).raw("/Kind")).isEqualTo("news");
        assertThat(others.get(0).rawJson()).isEqualTo("{\"Kind\":\"news\",\"Text\":\"hello\"}");
        assertThat(others.get(1).raw("/Message")).isEqualTo("hi");
        assertThat(statuses().build().handle(batch("{\"Kind\":\"news\"}")).accepted())
                .as("dropped")
                .isTrue();
    }

    @Test
    void aRepetitionThatComesWhileTheFirstIsStillBeingHandledIsNotAcceptedYet() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onStatus(status -> {
                    entered.countDown();
                    assertThat(leave.await(30, TimeUnit.SECONDS)).isTrue();
                    handled.add("once");
                })
                .build();
        var first = CompletableFuture.supplyAsync(() -> receipts.handle(batch(status("m1", "Sent"))));
        assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

        ReceiptResponse meanwhile = receipts.handle(batch(status("m1", "Sent")));
        assertThat(meanwhile.status()).isEqualTo(500);
        assertThat(meanwhile.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("by another thread"));
        leave.countDown();

        assertThat(first.get(30, TimeUnit.SECONDS).accepted()).isTrue();
        assertThat(receipts.handle(batch(status("m1", "Sent"))).accepted()).isTrue();
        assertThat(handled).containsExactly("once");
    }

    @Test
    void anInterruptEndsTheBodyAndKeepsTheFlag() throws Exception {
        var told = new AtomicReference<ReceiptResponse>();
        var flag = new AtomicBoolean();
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onStatus(status -> {
                    handled.add("tried");
                    throw new InterruptedException();
                })
                .build();
        var thread = new Thread(() -> {
            told.set(receipts.handle(batch(status("m1", "Sent"), status("m2", "Sent"))));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.join(30_000);
        assertThat(told.get().status()).isEqualTo(500);
        assertThat(flag).isTrue();
        assertThat(handled).containsExactly("tried");
    }

    @Test
    void aMemoryThatFailsCountsAsAFailureToHandle() {
        class Broken implements SeenReceipts {
            @Override
            public Claim claim(String key) {
                return Claim.FIRST;
            }

            @Override
            public void confirm(String key) {
                throw new IllegalStateException("no store to confirm in");
            }

            @Override
            public void release(String key) {
                throw new IllegalStateException("no store to release in");
            }
        }
        ReceiptDispatcher receipts = statuses().deduplicate(new Broken()).build();
        assertThat(receipts.handle(batch(status("m1", "Sent"))).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("no store to confirm in"));
        failing.set(true);
        assertThat(receipts.handle(batch(status("m2", "Sent"))).failures())
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure).hasMessage("the database is away");
                    assertThat(failure.getSuppressed()).hasSize(1);
                });
    }

    @Test
    void theMemoryIsBoundedInNumberAndAge() {
        var time = new ManualTime();
        ReceiptDispatcher few = statuses()
                .deduplicate(SeenReceipts.inMemory(2, Duration.ofHours(1), time))
                .build();
        few.handle(batch(status("a", "Sent"), status("b", "Sent"), status("c", "Sent")));
        few.handle(batch(status("b", "Sent"), status("c", "Sent")));
        assertThat(handled).hasSize(3);
        few.handle(batch(status("a", "Sent")));
        assertThat(handled).as("the oldest is forgotten").hasSize(4);

        time.advance(Duration.ofMinutes(59));
        few.handle(batch(status("a", "Sent")));
        assertThat(handled).hasSize(4);
        time.advance(Duration.ofMinutes(1));
        few.handle(batch(status("a", "Sent")));
        assertThat(handled).hasSize(5);

        ReceiptDispatcher none = statuses().deduplicate(SeenReceipts.none()).build();
        none.handle(batch(status("z", "Sent"), status("z", "Sent")));
        assertThat(handled).hasSize(7);
        assertThatThrownBy(() -> SeenReceipts.inMemory(0, Duration.ofHours(1), time))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SeenReceipts.inMemory(1, Duration.ZERO, time))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

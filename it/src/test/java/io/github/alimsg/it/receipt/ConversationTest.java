package io.github.alimsg.it.receipt;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.MessageStatus;
import io.github.alimsg.core.error.TransportException;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.international.receipt.DysmsInternationalReceipts;
import io.github.alimsg.dysms.international.receipt.GlobeStatus;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.PostedReceipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages go out, receipts and answers come back, over real HTTP on this host. */
class ConversationTest {
    private static final String AYU = "6281277700123";
    private static final String SHOP = "6281100000001";

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-21T10:00:00Z"));
    private final FakeCloud cloud = FakeCloud.builder()
            .timeSource(time)
            .withProduct(CamsClient.PRODUCT, DysmsInternationalClient.PRODUCT, DysmsMainlandClient.PRODUCT)
            .start();
    private final CamsClient cams = cloud.configure(CamsClient.builder()).build();
    private final DysmsInternationalClient sms =
            cloud.configure(DysmsInternationalClient.builder()).build();
    private final DysmsMainlandClient mainland =
            cloud.configure(DysmsMainlandClient.builder()).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
        cams.close();
        sms.close();
        mainland.close();
        cloud.close();
    }

    private URI serve(ReceiptDispatcher receipts) {
        server.createContext("/secret", exchange -> {
            var response = receipts.handle(exchange.getRequestBody());
            byte[] body = response.body();
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            exchange.sendResponseHeaders(response.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return target();
    }

    private URI target() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/secret");
    }

    private CamsReceipts.Builder chat() {
        return CamsReceipts.builder()
                .onStatus(status -> seen.add(status.messageId() + " " + status.status() + " " + status.taskId()))
                .onInbound(message -> seen.add(message.from() + ": " + message.text()));
    }

    @Test
    void aMessageThatDoesNotFitItsTemplateFailsInItsReceipt() {
        cloud.templates().addChat("order_update", "en", "Hi $(name)");
        sendTemplate("id", Map.of("name", "Ayu"));
        sendTemplate("en", Map.of("order", "A1"));
        sendTemplate("en", Map.of("name", "Ayu"));

        cloud.receipts()
                .deliver(serve(CamsReceipts.builder()
                        .onStatus(status -> seen.add(status.status() + " " + status.errorCode()))
                        .build()));

        assertThat(seen).containsExactly("Failed 132001", "Failed 132000", "Sent null", "Delivered null", "Read null");
    }

    private void sendTemplate(String language, Map<String, String> values) {
        cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                .custSpaceId("cams-8c8example")
                .from(SHOP)
                .to(AYU)
                .type("template")
                .templateCode("order_update")
                .language(language)
                .templateParams(values));
    }

    private String send(String to) {
        return cams.sendChatappMessage(m -> m.channelType(ChannelType.WHATSAPP)
                        .custSpaceId("cams-8c8example")
                        .from(SHOP)
                        .to(to)
                        .type("message")
                        .messageType("text")
                        .content("{\"text\":\"Your order is on its way\"}")
                        .taskId("order-4711"))
                .messageId();
    }

    @Test
    void aChatFromSendingToTheAnswer() {
        URI target = serve(chat().build());
        String id = send(AYU);
        cloud.receipts().chatReply(AYU, SHOP, "Thank you");

        List<PostedReceipt> posted = cloud.receipts().deliver(target);

        assertThat(posted).hasSize(4).allMatch(PostedReceipt::accepted).allMatch(p -> p.attempt() == 1);
        assertThat(seen)
                .containsExactly(
                        id + " Sent order-4711",
                        id + " Delivered order-4711",
                        id + " Read order-4711",
                        AYU + ": Thank you");
        assertThat(cloud.receipts().deliver(target)).as("nothing is left").isEmpty();
    }

    @Test
    void outOfOrderAndTwiceEachIsHandledOnce() {
        URI target = serve(chat().build());
        send(AYU);
        send(AYU);

        List<PostedReceipt> posted =
                cloud.receipts().deliver(target, d -> d.shuffled(3).twice());

        assertThat(posted).hasSize(12).allMatch(PostedReceipt::accepted);
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
        List<String> inOrder = new ArrayList<>(seen);
        inOrder.sort(null);
        assertThat(seen).as("as seed 3 has it").isNotEqualTo(inOrder);
    }

    @Test
    void aBatchIsOneBodyAndOnlyWhatFailedComesAgain() {
        var away = new AtomicInteger(1);
        ReceiptDispatcher receipts = CamsReceipts.builder()
                .onStatus(status -> {
                    if (MessageStatus.DELIVERED.equals(status.status()) && away.getAndDecrement() > 0) {
                        throw new IOException("away");
                    }
                    seen.add(String.valueOf(status.status()));
                })
                .build();
        URI target = serve(receipts);
        send(AYU);

        assertThat(cloud.receipts().deliver(target, d -> d.inBatchesOf(10)))
                .singleElement()
                .satisfies(posted -> {
                    assertThat(posted.status()).isEqualTo(500);
                    assertThat(posted.refusal()).isEqualTo("HTTP 500");
                });
        assertThat(seen).containsExactly("Sent", "Read");
        assertThat(cloud.receipts().redeliver()).singleElement().satisfies(posted -> {
            assertThat(posted.accepted()).isTrue();
            assertThat(posted.attempt()).isEqualTo(2);
        });
        assertThat(seen).containsExactly("Sent", "Read", "Delivered");
        assertThat(cloud.receipts().redeliver()).isEmpty();
    }

    @Test
    void aServerThatStaysAwayIsTriedThreeTimesMoreInVirtualTime() {
        send(AYU);
        URI nobody = target(); // no context: HTTP 404
        assertThat(cloud.receipts().deliver(nobody)).hasSize(3).noneMatch(PostedReceipt::accepted);
        Instant start = time.instant();
        List<Duration> at = new ArrayList<>();
        for (List<PostedReceipt> again; !(again = cloud.receipts().redeliver()).isEmpty(); ) {
            assertThat(again).hasSize(3);
            at.add(Duration.between(start, time.instant()));
        }
        assertThat(at).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(6), Duration.ofMinutes(16));
    }

    @Test
    void whenTheAnswerToSendingIsLostTheReceiptTellsByTheTask() {
        URI target = serve(chat().build());
        cloud.when("SendChatappMessage").thenCutAfterRequest();
        assertThrows(TransportException.class, () -> send(AYU));

        cloud.receipts().deliver(target);
        assertThat(seen).hasSize(3).allMatch(line -> line.endsWith("order-4711"));
    }

    @Test
    void whatWasNotAcceptedHasNoReceipts() {
        cloud.when("SendMessageToGlobe").thenBusinessFailure("AMOUNT_NOT_ENOUGH", "top up");
        assertThatThrownBy(() -> sms.sendMessageToGlobe(m -> m.to(AYU).message("Hello")))
                .hasMessageContaining("AMOUNT_NOT_ENOUGH");
        assertThat(cloud.receipts().deliver(target())).isEmpty();
    }

    @Test
    void aFailureIsReportedAsOne() {
        List<String> errors = new CopyOnWriteArrayList<>();
        URI target = serve(CamsReceipts.builder()
                .onStatus(status -> errors.add(status.status() + " " + status.errorCode()))
                .build());
        cloud.receipts().fail(AYU, "131026");
        send(AYU);
        cloud.receipts().deliver(target);
        assertThat(errors).containsExactly("Failed 131026");
    }

    @Test
    void internationalMessagesAreReported() {
        URI target = serve(DysmsInternationalReceipts.builder()
                .onGlobeReport(report -> {
                    assertThat(report.status()).isEqualTo(GlobeStatus.DELIVERED);
                    assertThat(report.sentAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
                    assertThat(report.receivedAt()).isEqualTo(Instant.parse("2026-11-21T10:00:02Z"));
                    seen.add(report.messageId() + " " + report.taskId());
                })
                .build());
        String id = sms.sendMessageToGlobe(m -> m.to(AYU).message("Hello").taskId("order-1"))
                .messageId();
        assertThat(cloud.receipts().deliver(target)).allMatch(PostedReceipt::accepted);
        assertThat(seen).containsExactly(id + " order-1");
    }

    @Test
    void mainlandMessagesAreReportedNumberByNumberAndAnswered() {
        URI target = serve(DysmsMainlandReceipts.builder()
                .onSmsReport(report -> seen.add(report.bizId() + " " + report.phoneNumber() + " " + report.success()))
                .onSmsUp(message -> seen.add(message.phoneNumber() + ": " + message.content()))
                .build());
        String one = mainland.sendSms(s -> s.phoneNumbers("13800001111,13800002222")
                        .signName("Example")
                        .templateCode("SMS_1"))
                .bizId();
        String two = mainland.sendBatchSms(s -> s.phoneNumbers("[\"13800003333\"]")
                        .signNames("[\"Example\"]")
                        .templateCode("SMS_1"))
                .bizId();
        cloud.receipts().fail("13800002222", "MOBILE_NOT_ON_SERVICE").smsReply("13800001111", "TD");

        assertThat(cloud.receipts().deliver(target, d -> d.only("SmsReport")))
                .hasSize(3)
                .allMatch(PostedReceipt::accepted);
        assertThat(cloud.receipts().deliver(target, d -> d.only("SmsUp"))).hasSize(1);
        assertThat(seen)
                .containsExactly(
                        one + " 13800001111 true",
                        one + " 13800002222 false",
                        two + " 13800003333 true",
                        "13800001111: TD");
    }

    @Test
    void anAnswerWithoutANumericCodeIsNoneForTextMessages() {
        server.createContext("/secret", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write('o');
            exchange.getResponseBody().write('k');
            exchange.close();
        });
        sms.sendMessageToGlobe(m -> m.to(AYU).message("Hello"));
        send(AYU);
        assertThat(cloud.receipts().deliver(target(), d -> d.only("GlobeSmsReport")))
                .singleElement()
                .satisfies(posted -> assertThat(posted.refusal()).isEqualTo("the answer has no code that is a number"));
        assertThat(cloud.receipts().deliver(target())).as("chat").hasSize(3).allMatch(PostedReceipt::accepted);
    }

    @Test
    void anAnswerThatComesTooLateIsNone() {
        var closed = new CountDownLatch(1);
        server.createContext("/secret", exchange -> {
            try {
                closed.await(30, SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        send(AYU);
        List<PostedReceipt> posted = cloud.receipts()
                .deliver(target(), d -> d.answerWithin(Duration.ofMillis(100)).inBatchesOf(3));
        closed.countDown();
        assertThat(posted).singleElement().satisfies(late -> {
            assertThat(late.status()).isZero();
            assertThat(late.refusal()).startsWith("no answer within PT0.1S");
            assertThat(late.toString()).doesNotContain(AYU);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "http://[2001:db8::1]:80/", "mailto:somebody"})
    void nothingLeavesThisHost(String elsewhere) {
        assertThatThrownBy(() -> cloud.receipts().deliver(URI.create(elsewhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this host alone");
    }

    @Test
    void receiptsOfOnesOwnAndMistakes() {
        URI target = serve(chat().build());
        cloud.receipts()
                .add("ChatAppInbound", "{\"MessageId\":\"1\",\"From\":\"7\",\"Type\":\"TEXT\",\"Message\":\"hi\"}");
        cloud.receipts().deliver(target);
        assertThat(seen).containsExactly("7: hi");
        assertThatThrownBy(() -> cloud.receipts().add("ChatAppInbound", "[]")).hasMessageContaining("JSON object");
        assertThatThrownBy(() -> cloud.receipts().add("ChatApInbound", "{}")).hasMessageContaining("ChatAppInbound");
        assertThatThrownBy(() -> cloud.receipts().deliver(target, d -> d.inBatchesOf(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cloud.receipts().deliver(target, d -> d.answerWithin(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
        cloud.receipts().chatReply("1", "2", "x");
        cloud.reset();
        assertThat(cloud.receipts().deliver(target)).as("forgotten").isEmpty();
    }
}

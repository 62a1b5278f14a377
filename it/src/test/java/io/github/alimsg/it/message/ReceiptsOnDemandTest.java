package io.github.alimsg.it.message;

import static io.github.alimsg.it.message.Account.AYU;
import static io.github.alimsg.it.message.Account.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.cams.model.ChannelType;
import io.github.alimsg.cams.model.ListChatappMessageResponse.ChatMessage;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.cams.receipt.ChatAppInbound;
import io.github.alimsg.dysms.mainland.receipt.DysmsMainlandReceipts;
import io.github.alimsg.receipts.DeliveryState;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.FakeReceipt;
import io.github.alimsg.testing.FakeReceipts;
import io.github.alimsg.testing.PostedReceipt;
import io.github.alimsg.testing.SentMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One receipt at a time, as a person at a page asks for it. */
class ReceiptsOnDemandTest {
    private final Account account = new Account();
    private final FakeReceipts receipts = account.cloud.receipts();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private URI url;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void close() {
        server.stop(0);
        account.close();
    }

    private void listenWith(ReceiptDispatcher dispatcher) {
        server.createContext("/", exchange -> {
            var response = dispatcher.handle(exchange.getRequestBody());
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.close();
        });
    }

    private void listenToChats() {
        listenWith(CamsReceipts.builder()
                .onStatus(s -> seen.add(s.messageId() + " " + s.status() + " " + s.errorCode() + " " + s.timestamp()))
                .build());
    }

    private SentMessage chat() {
        account.chat(AYU, "Hello");
        List<SentMessage> sent = account.cloud.messages().list();
        return sent.get(sent.size() - 1);
    }

    @Test
    void eachStateOfAChatMessageIsPostedWhenItIsAskedFor() {
        listenToChats();
        SentMessage message = chat();
        String id = message.id();

        for (DeliveryState state : List.of(DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ)) {
            account.time.advance(Duration.ofMinutes(1));
            PostedReceipt posted = receipts.post(url, receipts.report(message, state));
            assertThat(posted.accepted()).isTrue();
            assertThat(posted.kind()).isEqualTo("ChatAppStatus");
            assertThat(posted.target()).isEqualTo(url);
            assertThat(posted.pause()).isNull();
        }

        assertThat(seen)
                .containsExactly(
                        id + " Sent null 2026-11-21T04:01:00Z",
                        id + " Delivered null 2026-11-21T04:02:00Z",
                        id + " Read null 2026-11-21T04:03:00Z");
        assertThat(message.states()).containsEntry(DeliveryState.READ, Account.NOON.plus(Duration.ofMinutes(3)));
    }

    @Test
    void aFailureIsSaidByQueriesToo() {
        listenToChats();
        SentMessage message = chat();

        receipts.post(url, receipts.report(message, DeliveryState.FAILED, "131026"));

        assertThat(seen).singleElement().asString().contains(" Failed 131026 ");
        assertThat(message.errorCode()).isEqualTo("131026");
        assertThat(message.states()).containsOnlyKeys(DeliveryState.FAILED);
        assertThat(account.cams
                        .listChatappMessage(q -> q.custSpaceId(Account.SPACE)
                                .channelType(ChannelType.WHATSAPP)
                                .businessNumber(SHOP)
                                .userNumber(AYU)
                                .page(p -> p.index(1).size(3)))
                        .data())
                .extracting(ChatMessage::failReason)
                .containsExactly("131026");
    }

    @Test
    void aReportByHandWinsOverWhatIsSaidOfTheNumber() {
        listenToChats();
        receipts.fail(AYU, "131026");
        SentMessage message = chat();

        receipts.post(url, receipts.report(message, DeliveryState.DELIVERED));

        assertThat(message.errorCode()).isNull();
        assertThat(seen).singleElement().asString().contains(" Delivered null ");
    }

    @Test
    void aTextMessageHasOneReport() {
        listenWith(DysmsMainlandReceipts.builder()
                .onSmsReport(r -> seen.add(r.bizId() + " " + r.state() + " " + r.errorCode() + " " + r.reportedAt()))
                .build());
        String id = account.sendSms("13900001234", "order-7");
        SentMessage message = account.cloud.messages().list().get(0);
        account.time.advance(Duration.ofMinutes(1));

        receipts.post(url, receipts.report(message, DeliveryState.DELIVERED));
        receipts.post(url, receipts.report(message, DeliveryState.EXPIRED));
        receipts.post(url, receipts.report(message, DeliveryState.FAILED));

        assertThat(seen).hasSize(3);
        assertThat(seen.get(0)).isEqualTo(id + " DELIVERED DELIVERED 2026-11-21T04:01:00Z");
        assertThat(seen.get(1)).startsWith(id + " EXPIRED EXPIRED");
        assertThat(seen.get(2)).startsWith(id + " FAILED SP_UNKNOWN_ERROR");
        for (DeliveryState none : List.of(DeliveryState.SENT, DeliveryState.READ, DeliveryState.UNKNOWN)) {
            assertThatThrownBy(() -> receipts.report(message, none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no receipt of SendSms says " + none);
        }
        assertThatThrownBy(() -> receipts.report(message, DeliveryState.DELIVERED, "X"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(message.states()).containsOnlyKeys(DeliveryState.FAILED);
    }

    @Test
    void whatWaitsIsLeftAlone() {
        listenToChats();
        SentMessage message = chat();

        receipts.post(url, receipts.report(message, DeliveryState.READ));

        assertThat(seen).hasSize(1);
        assertThat(receipts.deliver(url)).hasSize(3);
        receipts.add(receipts.report(message, DeliveryState.READ));
        assertThat(receipts.deliver(url)).hasSize(1);
    }

    @Test
    void receiptsCanComeTwiceAndShuffled() {
        listenToChats();
        SentMessage message = chat();
        List<FakeReceipt> all = List.of(
                receipts.report(message, DeliveryState.SENT),
                receipts.report(message, DeliveryState.DELIVERED),
                receipts.report(message, DeliveryState.READ));

        assertThat(receipts.post(url, all, d -> d.twice().shuffled(3)))
                .hasSize(6)
                .allMatch(PostedReceipt::accepted)
                .extracting(PostedReceipt::body)
                .containsOnly(all.stream().map(one -> "[" + one.body() + "]").toArray(String[]::new))
                .first()
                .as("out of order")
                .isNotEqualTo("[" + all.get(0).body() + "]");

        assertThat(seen).as("a second copy is not handled").hasSize(3);
    }

    @Test
    void aRefusedReceiptSaysWhenItComesAgainAndCanComeAtOnce() {
        List<Integer> statuses = new CopyOnWriteArrayList<>(List.of(503, 500, 200));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(statuses.remove(0), -1);
            exchange.close();
        });
        SentMessage message = chat();

        PostedReceipt first = receipts.post(url, receipts.report(message, DeliveryState.READ));
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.pause()).isEqualTo(Duration.ofMinutes(1));
        PostedReceipt second = receipts.redeliver(first);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.pause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(second.body()).isEqualTo(first.body());
        PostedReceipt third = receipts.redeliver(second);
        assertThat(third.accepted()).isTrue();
        assertThat(third.pause()).isNull();

        assertThat(receipts.redeliver()).isEmpty();
    }

    @Test
    void aPersonWritesPressesChoosesAndSends() {
        List<ChatAppInbound> inbound = new CopyOnWriteArrayList<>();
        listenWith(CamsReceipts.builder().onInbound(inbound::add).build());

        for (FakeReceipt receipt : List.of(
                receipts.chatText(AYU, SHOP, "STOP"),
                receipts.chatButton(AYU, SHOP, "Yes", "yes-4711"),
                receipts.chatButton(AYU, SHOP, "No", null),
                receipts.chatListRow(AYU, SHOP, "row-1", "Express", "Tomorrow"),
                receipts.chatLocation(AYU, SHOP, -6.2, 106.8, "Monas", null),
                receipts.chatFile(AYU, SHOP, "IMAGE", "https://example.com/a.jpg", "My cat"),
                receipts.chatFile(AYU, SHOP, "DOCUMENT", "https://example.com/a.pdf", "a.pdf"))) {
            assertThat(receipts.post(url, receipt).accepted()).isTrue();
        }

        assertThat(inbound).hasSize(7).allSatisfy(one -> {
            assertThat(one.from()).isEqualTo(AYU);
            assertThat(one.to()).isEqualTo(SHOP);
        });
        assertThat(inbound.stream().map(ChatAppInbound::messageId).distinct()).hasSize(7);
        assertThat(inbound.get(0).text()).isEqualTo("STOP");
        assertThat(inbound.get(1).reply().text()).isEqualTo("Yes");
        assertThat(inbound.get(1).reply().payload()).isEqualTo("yes-4711");
        assertThat(inbound.get(2).reply().payload()).isNull();
        assertThat(inbound.get(3).reply().payload()).isEqualTo("row-1");
        assertThat(inbound.get(4).location().latitude()).isEqualTo("-6.2");
        assertThat(inbound.get(4).location().name()).isEqualTo("Monas");
        assertThat(inbound.get(5).media().caption()).isEqualTo("My cat");
        assertThat(inbound.get(5).media().url()).isEqualTo("https://example.com/a.jpg");
        assertThat(inbound.get(6).media().fileName()).isEqualTo("a.pdf");
        assertThatThrownBy(() -> receipts.chatFile(AYU, SHOP, "SONG", "x", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPersonWritesATextMessage() {
        listenWith(DysmsMainlandReceipts.builder()
                .onSmsUp(r -> seen.add(r.phoneNumber() + " " + r.content()))
                .build());

        PostedReceipt posted = receipts.post(url, receipts.smsText("13900001234", "TD"));

        assertThat(posted.kind()).isEqualTo("SmsUp");
        assertThat(posted.answer().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(seen).containsExactly("13900001234 TD");
    }

    @Test
    void otherHostsAreForThoseWhoAllowThem() {
        URI other = URI.create("http://webhook.invalid:1/");
        FakeReceipt receipt = receipts.smsText("13900001234", "TD");
        assertThatThrownBy(() -> receipts.post(other, receipt)).isInstanceOf(IllegalArgumentException.class);

        try (var allowing = new Account(builder -> builder.allowReceiptsTo("webhook.invalid"))) {
            assertThat(allowing.cloud.receipts().post(other, receipt).accepted())
                    .isFalse();
        }
    }
}

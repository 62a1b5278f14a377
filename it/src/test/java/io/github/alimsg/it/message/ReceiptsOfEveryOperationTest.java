package io.github.alimsg.it.message;

import static io.github.alimsg.it.message.Account.AYU;
import static io.github.alimsg.it.message.Account.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.alimsg.cams.receipt.CamsReceipts;
import io.github.alimsg.dysms.international.receipt.DysmsInternationalReceipts;
import io.github.alimsg.receipts.ReceiptDispatcher;
import io.github.alimsg.testing.PostedReceipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations that send to many, or from a template, have a receipt for each recipient. */
class ReceiptsOfEveryOperationTest {
    private final Account account = new Account();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        account.close();
    }

    private List<PostedReceipt> deliverTo(ReceiptDispatcher receipts) {
        server.createContext("/", exchange -> {
            var response = receipts.handle(exchange.getRequestBody());
            exchange.sendResponseHeaders(response.status(), response.body().length);
            exchange.getResponseBody().write(response.body());
            exchange.close();
        });
        return account.cloud
                .receipts()
                .deliver(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    @Test
    void everyRecipientOfAMassMessageHasItsOwn() {
        String id = account.chatToAll(AYU, BEN).groupMessageId();
        account.cloud.receipts().fail(BEN, "131026");

        assertThat(deliverTo(CamsReceipts.builder()
                        .onStatus(s -> seen.add(s.messageId() + " " + s.to() + " " + s.taskId() + " " + s.status()))
                        .build()))
                .hasSize(4)
                .allMatch(PostedReceipt::accepted);

        assertThat(seen)
                .containsExactly(
                        id + "-1 " + AYU + " campaign-7 Sent",
                        id + "-1 " + AYU + " campaign-7 Delivered",
                        id + "-1 " + AYU + " campaign-7 Read",
                        id + "-2 " + BEN + " campaign-7 Failed");
    }

    @Test
    void everyRecipientOfAnInternationalBatchHasItsOwn() {
        List<String> ids = account.sms
                .batchSendMessageToGlobe(b -> b.to(AYU, BEN)
                        .from("Acme")
                        .message("Hello Ayu", "Hello Ben")
                        .taskId("campaign-7"))
                .messageIds();

        assertThat(deliverTo(DysmsInternationalReceipts.builder()
                        .onGlobeReport(r -> seen.add(r.messageId() + " " + r.to() + " " + r.taskId() + " " + r.state()))
                        .build()))
                .hasSize(2)
                .allMatch(PostedReceipt::accepted);

        assertThat(seen)
                .containsExactly(
                        ids.get(0) + " " + AYU + " campaign-7 DELIVERED",
                        ids.get(1) + " " + BEN + " campaign-7 DELIVERED");
    }

    @Test
    void aTemplateToMainlandChinaHasAReportOfItsOwnKind() {
        String id = account.sms
                .sendMessageWithTemplate(m ->
                        m.to("8613900001234").from("Acme").templateCode("SMS_1").templateParam(Map.of("code", "4711")))
                .messageId();

        assertThat(deliverTo(DysmsInternationalReceipts.builder()
                        .onMainlandReport(
                                r -> seen.add(r.bizId() + " " + r.phoneNumber() + " " + r.state() + " " + r.sentAt()))
                        .build()))
                .hasSize(1)
                .allMatch(PostedReceipt::accepted);

        assertThat(seen).containsExactly(id + " 8613900001234 DELIVERED " + Account.NOON);
    }
}

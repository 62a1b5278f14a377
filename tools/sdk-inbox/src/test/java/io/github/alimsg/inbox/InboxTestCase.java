package io.github.alimsg.inbox;

import io.github.alimsg.cams.CamsClient;
import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A fake with an inbox, clients that send to it, and an application that gets receipts. */
public abstract class InboxTestCase {
    protected final FakeCloud cloud = FakeCloud.builder()
            .withProduct(CamsClient.PRODUCT, DysmsMainlandClient.PRODUCT, DysmsInternationalClient.PRODUCT)
            .start();
    protected final Inbox inbox = Inbox.attach(cloud);
    protected final Page page = new Page(inbox.uri());
    protected final Webhook webhook = new Webhook();
    private final List<AutoCloseable> clients = new ArrayList<>();
    protected final DysmsInternationalClient sms =
            closing(cloud.configure(DysmsInternationalClient.builder()).build());
    protected final DysmsMainlandClient mainland =
            closing(cloud.configure(DysmsMainlandClient.builder()).build());
    protected final CamsClient cams =
            closing(cloud.configure(CamsClient.builder()).build());

    private <C extends AutoCloseable> C closing(C client) {
        clients.add(client);
        return client;
    }

    protected void useWebhook() {
        String url = "\"" + webhook.uri() + "\"";
        Page.ok(page.put(
                "/webhooks", "{\"cams\":" + url + ",\"smsMainland\":" + url + ",\"smsInternational\":" + url + "}"));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
        webhook.close();
        inbox.close();
        cloud.close();
    }
}

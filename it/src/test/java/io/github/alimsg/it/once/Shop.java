package io.github.alimsg.it.once;

import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsResponse;
import io.github.alimsg.once.Once;
import io.github.alimsg.once.Sent;
import io.github.alimsg.once.store.KeyRecord;
import io.github.alimsg.once.store.KeyStore;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ManualTime;
import io.github.alimsg.testing.ReceivedCall;
import java.util.List;
import java.util.function.Consumer;

/** An application that tells its customers that their order is on its way, under a key, in a service of its own. */
final class Shop implements AutoCloseable {
    static final String KEY = "order-4711/shipped";
    static final String OPERATION = "SendSms";
    static final SendSmsRequest REQUEST = request("parcel 1");

    final ManualTime time = new ManualTime();
    final FakeCloud cloud = FakeCloud.builder()
            .timeSource(time)
            .withProduct(DysmsMainlandClient.PRODUCT)
            .start();
    final KeyStore store = KeyStore.inMemory(time);
    final Once once = once(store, builder -> {});
    final DysmsMainlandClient sms = client(builder -> {});

    static SendSmsRequest request(String parcel) {
        return SendSmsRequest.builder()
                .phoneNumbers("13900001234")
                .signName("Acme")
                .templateCode("SMS_1")
                .templateParam("{\"what\":\"" + parcel + "\"}")
                .build();
    }

    /** Another process of the application, with the same clock. */
    Once once(KeyStore in, Consumer<Once.Builder> settings) {
        Once.Builder builder = Once.builder(in).timeSource(time);
        settings.accept(builder);
        return builder.build();
    }

    DysmsMainlandClient client(Consumer<DysmsMainlandClient.Builder> settings) {
        DysmsMainlandClient.Builder builder = cloud.configure(DysmsMainlandClient.builder());
        settings.accept(builder);
        return builder.build();
    }

    Sent<SendSmsResponse> send() {
        return send(once, sms);
    }

    Sent<SendSmsResponse> send(Once by, DysmsMainlandClient client) {
        return by.send(KEY, client, DysmsMainlandClient::sendSms, REQUEST);
    }

    KeyRecord record() {
        return store.find(KEY).orElseThrow();
    }

    /** The own ids of the messages that the service was sent. */
    List<String> ledger() {
        return cloud.received(OPERATION).stream()
                .filter(ReceivedCall::accepted)
                .map(call -> String.valueOf(call.parameter("OutId")))
                .toList();
    }

    @Override
    public void close() {
        sms.close();
        cloud.close();
    }
}

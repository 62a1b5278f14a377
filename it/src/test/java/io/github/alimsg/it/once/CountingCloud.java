package io.github.alimsg.it.once;

import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A service that counts the messages of each own id, loses some replies, and lists what it was sent. */
final class CountingCloud implements SendLookup, AutoCloseable {
    private static final String OPERATION = "SendSms";

    final FakeCloud cloud =
            FakeCloud.builder().withProduct(DysmsMainlandClient.PRODUCT).start();

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Runnable> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final int losesEvery;

    /**
     * Starts a service.
     *
     * @param losesEvery how many replies arrive before one is lost
     */
    CountingCloud(int losesEvery) {
        this.losesEvery = losesEvery;
        cloud.when(OPERATION).thenAnswer(this::answer);
    }

    /** Does something each time that a request of an application has arrived, before it is answered. */
    void onArrival(String application, Runnable what) {
        arrivals.put(application, what);
    }

    void throttleOnce() {
        cloud.when(OPERATION).thenThrottle().thenAnswer(this::answer);
    }

    private Reply answer(ReceivedCall call) {
        seen.add(call.parameter("OutId"));
        String agent = call.header("User-Agent");
        arrivals.forEach((application, what) -> {
            if (agent.contains(application)) {
                what.run();
            }
        });
        int number = calls.incrementAndGet();
        if (number % losesEvery == 0) {
            cloud.when(OPERATION).thenCutAfterRequest().thenAnswer(this::answer);
        }
        return Reply.json("{\"Code\":\"OK\",\"BizId\":\"" + number + "^0\",\"RequestId\":\"r" + number + "\"}");
    }

    /** How many messages came with each own id. */
    Map<String, Long> ledger() {
        return cloud.received(OPERATION).stream()
                .filter(ReceivedCall::accepted)
                .collect(Collectors.groupingBy(call -> call.parameter("OutId"), Collectors.counting()));
    }

    @Override
    public Set<String> operations() {
        return Set.of(OPERATION);
    }

    @Override
    public List<FoundMessage> find(SentQuery query) {
        String id = query.ownId();
        return seen.contains(id) || ledger().containsKey(id)
                ? List.of(FoundMessage.builder().ownId(id).messageId("found").build())
                : List.of();
    }

    @Override
    public void close() {
        cloud.close();
    }
}

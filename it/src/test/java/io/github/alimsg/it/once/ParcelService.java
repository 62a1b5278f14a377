package io.github.alimsg.it.once;

import io.github.alimsg.core.lookup.FoundMessage;
import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.lookup.SentQuery;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** A service that replies after 50 ms, and counts how often each recipient of {@link Parcels} was sent to. */
final class ParcelService implements SendLookup, AutoCloseable {
    private static final int FIRST_NUMBER = 10_000_000;

    final FakeCloud cloud = FakeCloud.builder().countOnly().start();

    private final AtomicIntegerArray times;
    private final AtomicInteger arrived = new AtomicInteger();
    private final Set<String> ownIds = ConcurrentHashMap.newKeySet();
    private volatile long firstNanos;
    private volatile long lastNanos;

    ParcelService(int recipients) {
        this.times = new AtomicIntegerArray(recipients);
        cloud.when(Parcels.OPERATION).thenDelay(Duration.ofMillis(50)).thenAnswer(this::answer);
    }

    private Reply answer(ReceivedCall call) {
        lastNanos = System.nanoTime();
        List<String> numbers = Parcels.numbersOf(call);
        for (String number : numbers) {
            times.incrementAndGet(Integer.parseInt(number.substring(3)) - FIRST_NUMBER);
        }
        String ownId = call.parameter("OutId");
        if (ownId != null) {
            ownIds.add(ownId);
        }
        if (arrived.getAndAdd(numbers.size()) == 0) {
            firstNanos = lastNanos;
        }
        return Reply.json("{\"Code\":\"OK\",\"BizId\":\"biz\",\"RequestId\":\"request\"}");
    }

    /** How many messages arrived. */
    int arrived() {
        return arrived.get();
    }

    /** How many messages a recipient was sent. */
    int times(long ordinal) {
        return times.get((int) ordinal);
    }

    /** Messages a second, from the first to the last. */
    double rate() {
        return arrived.get() / ((lastNanos - firstNanos) / 1e9);
    }

    void forget() {
        IntStream.range(0, times.length()).forEach(i -> times.set(i, 0));
        arrived.set(0);
        ownIds.clear();
    }

    @Override
    public Set<String> operations() {
        return Set.of(Parcels.OPERATION);
    }

    @Override
    public List<FoundMessage> find(SentQuery query) {
        String ownId = query.ownId();
        return ownId != null && ownIds.contains(ownId)
                ? List.of(FoundMessage.builder().ownId(ownId).messageId("biz").build())
                : List.of();
    }

    @Override
    public void close() {
        cloud.close();
    }
}

package io.github.alimsg.it.faults;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/** What the service really received and did. */
final class Ledger {
    private final AtomicIntegerArray arrived;
    private final AtomicIntegerArray processed;
    private final Map<Fault, LongAdder> faults = new EnumMap<>(Fault.class);
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    final AtomicInteger repeatedNonces = new AtomicInteger();
    final AtomicInteger followedRedirects = new AtomicInteger();

    /** For requests with ids from 0 up to, and without, a number. */
    Ledger(int ids) {
        arrived = new AtomicIntegerArray(ids);
        processed = new AtomicIntegerArray(ids);
        for (Fault fault : Fault.values()) {
            faults.put(fault, new LongAdder());
        }
    }

    /** Counts a request that arrived whole. @return how many of its id did, this one included */
    int arrived(int id) {
        return arrived.incrementAndGet(id);
    }

    void process(int id) {
        processed.incrementAndGet(id);
    }

    /** Remembers a nonce. @return whether it is new */
    boolean nonce(String nonce) {
        boolean isNew = nonces.add(nonce);
        if (!isNew) {
            repeatedNonces.incrementAndGet();
        }
        return isNew;
    }

    /** Of a request that never came as far as the gateway. */
    void forget(String nonce) {
        nonces.remove(nonce);
    }

    void inject(Fault fault) {
        injected(fault).increment();
    }

    private LongAdder injected(Fault fault) {
        LongAdder counter = faults.get(fault);
        if (counter == null) {
            throw new IllegalStateException("every fault has a counter");
        }
        return counter;
    }

    int arrivals(int id) {
        return arrived.get(id);
    }

    int timesProcessed(int id) {
        return processed.get(id);
    }

    long count(Fault fault) {
        return injected(fault).sum();
    }
}

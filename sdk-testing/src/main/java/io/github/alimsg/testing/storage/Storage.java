package io.github.alimsg.testing.storage;

import io.github.alimsg.testing.gateway.FakeClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The storage behind its listener: what it permits, and what happens to uploads. Safe for any number of threads. */
public final class Storage {
    private final Consumer<StoredFile> stored;
    private final Grants grants;
    private final ObjectServer server;
    private final List<Fault> faults = new ArrayList<>();
    private int nextFault;
    private int requests;

    /**
     * A storage that does not listen yet.
     *
     * @param stored takes each file, on threads of the storage
     */
    public Storage(FakeClock clock, Consumer<StoredFile> stored) {
        this.stored = stored;
        this.grants = new Grants(clock::now);
        this.server = new ObjectServer(this, new ObjectChecks(grants, clock::now));
    }

    /** Says what happens to the upload after those that are spoken for. */
    public synchronized void then(Fault fault) {
        faults.add(fault);
    }

    /** What happens to the upload that begins now. */
    synchronized Fault begin() {
        requests++;
        if (faults.isEmpty()) {
            return Fault.NONE;
        }
        Fault fault = faults.get(Math.min(nextFault, faults.size() - 1));
        nextFault++;
        return fault;
    }

    void store(StoredFile file) {
        stored.accept(file);
    }

    /** The fields by which the reply of an operation permits an upload; none when it does not permit any. */
    public Map<String, ?> permission(String operation) {
        return grants.permission(operation, server::port);
    }

    /** Has the addresses of buckets name a region. */
    public void inRegion(String region) {
        grants.inRegion(region);
    }

    /** How many uploads were begun. */
    public synchronized int requests() {
        return requests;
    }

    /** Where it listens, from now on if it did not before. */
    public int port() {
        return server.port();
    }

    /** Forgets what was permitted, and what was told of uploads. */
    public synchronized void reset() {
        grants.clear();
        faults.clear();
        nextFault = 0;
        requests = 0;
    }

    public void goOffline(boolean away) {
        server.goOffline(away);
    }

    public void close() {
        server.close();
    }
}

package io.github.alimsg.testing;

import io.github.alimsg.testing.gateway.FakeClock;
import io.github.alimsg.testing.storage.Fault;
import io.github.alimsg.testing.storage.Storage;
import io.github.alimsg.testing.storage.StoredFile;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The object storage (OSS) of a {@link FakeCloud}: takes the files that clients upload. The operations that permit an
 * upload answer with an address in this process and with keys and policies made up for the occasion, and the storage
 * checks them: signatures of version 1 and 4, tokens, times, policies, directories.
 *
 * <p>Says what happens to uploads like a {@link Stub}: one answer after the other, each once and the last for ever.
 * Without any, uploads succeed. Safe for any number of threads.
 */
public final class ObjectStore {
    private final Storage storage;
    private final Map<String, StoredObject> stored = new LinkedHashMap<>();

    ObjectStore(FakeClock clock) {
        this.storage = new Storage(clock, this::store);
    }

    private synchronized void store(StoredFile file) {
        stored.put(file.bucket() + "/" + file.key(), new StoredObject(file));
    }

    private ObjectStore then(Fault fault) {
        storage.then(fault);
        return this;
    }

    /**
     * Takes an upload.
     *
     * @return this storage
     */
    public ObjectStore thenSucceed() {
        return then(Fault.of(Fault.Kind.NONE));
    }

    /**
     * Reads an upload and refuses it, in XML.
     *
     * @param httpStatus the HTTP status, 300 to 599
     * @param code the error's code, such as {@code InternalError}
     * @param message the error's message
     * @return this storage
     * @throws IllegalArgumentException when the status is no failure
     */
    public ObjectStore thenFail(int httpStatus, String code, String message) {
        if (httpStatus < 300 || httpStatus > 599) {
            throw new IllegalArgumentException("a failure's HTTP status is between 300 and 599, not " + httpStatus);
        }
        return then(Fault.failure(httpStatus, code, message));
    }

    /**
     * Closes the connection in the middle of an upload. Nothing is stored.
     *
     * @param afterBytes how many bytes of the body to read before
     * @return this storage
     */
    public ObjectStore thenCut(long afterBytes) {
        return then(Fault.of(Fault.Kind.CUT, afterBytes));
    }

    /**
     * Stores an upload and closes the connection without an answer.
     *
     * @return this storage
     */
    public ObjectStore thenCutAfterUpload() {
        return then(Fault.of(Fault.Kind.CUT_AFTER));
    }

    /**
     * Stops reading in the middle of an upload; the connection stays open until the fake is closed. A client notices
     * when more is left than the machine's network buffers hold, some MiB.
     *
     * @param afterBytes how many bytes of the body to read before
     * @return this storage
     */
    public ObjectStore thenStall(long afterBytes) {
        return then(Fault.of(Fault.Kind.STALL, afterBytes));
    }

    /**
     * Answers with the checksum of something else, as if the upload had been damaged.
     *
     * @return this storage
     */
    public ObjectStore thenCorrupt() {
        return then(Fault.of(Fault.Kind.CORRUPT));
    }

    /**
     * Has the addresses of buckets name a region, as real ones do: {@code bucket.oss-cn-hangzhou.localhost}. The client
     * then signs by version 4. Its OkHttp client needs a DNS that finds such hosts on the loopback address.
     *
     * @param region the region's id
     * @return this storage
     */
    public ObjectStore inRegion(String region) {
        storage.inRegion(region);
        return this;
    }

    /**
     * Where the storage listens, for answers of one's own that permit an upload.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + storage.port());
    }

    /**
     * What is stored.
     *
     * @return the objects in the order of their first upload, a copy
     */
    public synchronized List<StoredObject> stored() {
        return List.copyOf(stored.values());
    }

    /**
     * An object that is stored.
     *
     * @param key its key
     * @return the object; null when there is none
     */
    public synchronized @Nullable StoredObject find(String key) {
        return stored.values().stream()
                .filter(object -> object.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /**
     * How many uploads were begun, broken and refused ones included.
     *
     * @return their number
     */
    public int requests() {
        return storage.requests();
    }

    /**
     * Forgets what is stored, what was permitted, and what was told of uploads.
     *
     * @return this storage
     */
    public synchronized ObjectStore reset() {
        stored.clear();
        storage.reset();
        return this;
    }

    Storage storage() {
        return storage;
    }

    @Override
    public synchronized String toString() {
        return "ObjectStore[" + stored.size() + " objects, " + requests() + " uploads]";
    }
}

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
 * The object storage (OSS) of a {@link FakeCloud}: stores the files that clients upload. The operations that permit an
 * upload return an address in this process, with keys and policies created for it, and the storage checks them:
 * signatures of version 1 and 4, tokens, times, policies, directories.
 *
 * <p>Uploads are stubbed as in a {@link Stub}: one result after the other, each once and the last for ever. Without
 * any, uploads succeed. Thread-safe.
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
     * Accepts an upload.
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
     * @throws IllegalArgumentException when the status is not an error status
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
     * @param afterBytes how many bytes of the body to read first
     * @return this storage
     */
    public ObjectStore thenCut(long afterBytes) {
        return then(Fault.of(Fault.Kind.CUT, afterBytes));
    }

    /**
     * Stores an upload and closes the connection without a reply.
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
     * @param afterBytes how many bytes of the body to read first
     * @return this storage
     */
    public ObjectStore thenStall(long afterBytes) {
        return then(Fault.of(Fault.Kind.STALL, afterBytes));
    }

    /**
     * Replies with a wrong checksum, as if the upload had been damaged.
     *
     * @return this storage
     */
    public ObjectStore thenCorrupt() {
        return then(Fault.of(Fault.Kind.CORRUPT));
    }

    /**
     * Includes a region in the addresses of buckets, as in real ones: {@code bucket.oss-cn-hangzhou.localhost}. The
     * client then signs with version 4. Its OkHttp client needs a DNS that resolves such hosts to the loopback address.
     *
     * @param region the region's id
     * @return this storage
     */
    public ObjectStore inRegion(String region) {
        storage.inRegion(region);
        return this;
    }

    /**
     * Returns the address of the storage, for your own replies that permit an upload.
     *
     * @return {@code http://127.0.0.1:port}
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + storage.port());
    }

    /**
     * Returns the stored objects.
     *
     * @return the objects in the order of their first upload, a copy
     */
    public synchronized List<StoredObject> stored() {
        return List.copyOf(stored.values());
    }

    /**
     * Returns a stored object.
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
     * Returns how many uploads were begun, including broken and refused ones.
     *
     * @return their number
     */
    public int requests() {
        return storage.requests();
    }

    /**
     * Forgets stored objects, permissions and stubs.
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

package io.github.alimsg.testing.queue;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.testing.gateway.Keys;
import io.github.alimsg.testing.gateway.Refusal;
import io.github.alimsg.testing.products.LentKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys that are lent. They open queues and nothing else; the newest thousand are known. */
public final class QueueKeys {
    private static final int MAX = 1_000;

    private static final Duration USUAL_VALIDITY = Duration.ofHours(1);

    /** What opens every queue. */
    private static final String ALL = "";

    private final Keys keys = new Keys();

    /** The only queue that a key opens, by the key's id, in the order of lending. */
    private final Map<String, String> queues = new LinkedHashMap<>();

    private Duration validity = USUAL_VALIDITY;

    QueueKeys() {}

    /** Says how long the keys are valid that are lent from now on. */
    public synchronized void validity(Duration validity) {
        this.validity = validity;
    }

    /** Lends for as long as usual again. What was lent stays valid. */
    void reset() {
        validity(USUAL_VALIDITY);
    }

    /**
     * Lends a key.
     *
     * @param queue the only queue that it opens; null for all
     */
    synchronized LentKey lend(@Nullable String queue, Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS); // as replies write it
        Instant end = start.plus(validity);
        Credentials key = keys.acceptTemporary(end);
        queues.put(key.accessKeyId(), queue == null || queue.isEmpty() ? ALL : queue);
        if (queues.size() > MAX) {
            String oldest = queues.keySet().iterator().next();
            queues.remove(oldest);
            if (keys.secret(oldest) != null) {
                keys.revoke(oldest);
            }
        }
        return new LentKey(
                key.accessKeyId(), key.accessKeySecret(), Objects.requireNonNull(key.securityToken()), start, end);
    }

    /** Ends all keys that were lent so far. */
    public synchronized void expireAll() {
        queues.keySet().stream().filter(id -> keys.secret(id) != null).forEach(keys::expire);
    }

    /** The keys, for a test that ends one. */
    public Keys keys() {
        return keys;
    }

    /** Whether a key was lent. */
    public synchronized boolean hasLent(@Nullable String accessKeyId) {
        return queues.containsKey(accessKeyId);
    }

    @Nullable
    String secret(String accessKeyId) {
        return keys.secret(accessKeyId);
    }

    Map<String, String> otherSecrets(String accessKeyId) {
        return keys.otherSecrets(accessKeyId);
    }

    /**
     * Why a key does not come in at this moment.
     *
     * @param ofAccount whether it is a key of the account
     */
    @Nullable
    Refusal refusal(String accessKeyId, @Nullable String token, Instant now, boolean ofAccount) {
        if (!hasLent(accessKeyId) && ofAccount) {
            return denied("the access key is the account's own; queues take only keys that are lent for them");
        }
        Refusal refusal = keys.refusal(accessKeyId, token, now);
        return refusal == null ? null : QueueErrors.translated(refusal);
    }

    /** Why a key does not open a queue. */
    synchronized @Nullable Refusal closed(String accessKeyId, String queue) {
        String only = queues.getOrDefault(accessKeyId, ALL);
        return only.equals(ALL) || only.equals(queue) ? null : denied("the key was lent for the queue " + only);
    }

    private static Refusal denied(String reason) {
        return new Refusal(403, "AccessDenied", "The access key may not do this.").because(reason);
    }
}

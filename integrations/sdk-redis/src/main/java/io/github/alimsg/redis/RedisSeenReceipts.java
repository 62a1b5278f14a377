package io.github.alimsg.redis;

import io.github.alimsg.receipts.SeenReceipts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Remembers in Redis which receipts were handled, for all processes that share it.
 *
 * <pre>{@code
 * ReceiptDispatcher receipts = CamsReceipts.builder()
 *         .deduplicate(RedisSeenReceipts.of(new LettuceScripts(connection.async())))
 *         .onStatus(status -> orders.update(status.taskId(), status.state()))
 *         .build();
 * }</pre>
 *
 * <p>A claim has an owner, the thread that made it, and expires by itself after five minutes or what the builder says: a
 * process that died doesn't keep a receipt. After that another thread or process takes the receipt over, and the first
 * owner neither confirms nor releases it, however late it is. If nobody has taken it over, its owner still confirms it. So a
 * claim must last longer than a handler ever takes, and each claim is confirmed or released by the thread that made it, as
 * a dispatcher does.
 *
 * <p>Each step is one script on one key, {@code alimsg:receipt:} with the receipt's key, which is a digest; it expires by the
 * clock of Redis. What Redis loses, such as in a failover, is forgotten: those receipts are handled again if they are
 * delivered again. If Redis evicts keys, so are theirs.
 *
 * <p>A step waits for Redis for a second, or what the builder says, and fails with an {@link IllegalStateException}. A
 * dispatcher then refuses the body, and the service delivers it again. Immutable and safe for concurrent use.
 */
@SuppressWarnings("exports") // of an optional module
public final class RedisSeenReceipts implements SeenReceipts {
    private static final RedisScript CLAIM = RedisScript.of("""
            local known = redis.call('get', KEYS[1])
            if known == 'done' then
              return {2}
            end
            if known and known ~= ARGV[1] then
              return {1}
            end
            redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
            return {0}
            """);

    private static final RedisScript CONFIRM = RedisScript.of("""
            local known = redis.call('get', KEYS[1])
            if known and known ~= ARGV[1] then
              return {0}
            end
            redis.call('set', KEYS[1], 'done', 'px', ARGV[2])
            return {1}
            """);

    private static final RedisScript RELEASE = RedisScript.of("""
            if redis.call('get', KEYS[1]) == ARGV[1] then
              return {redis.call('del', KEYS[1])}
            end
            return {0}
            """);

    private final Answer answer;
    private final String prefix;
    private final String claimMillis;
    private final String ageMillis;
    private final String process = UUID.randomUUID().toString();

    private RedisSeenReceipts(Builder builder) {
        this.answer = new Answer(builder.scripts, builder.timeout);
        this.prefix = builder.prefix + ":receipt:";
        this.claimMillis = Long.toString(builder.claim.toMillis());
        this.ageMillis = Long.toString(builder.age.toMillis());
    }

    /**
     * A memory that keeps claims for five minutes and handled receipts for 24 hours. Does not ask Redis.
     *
     * @param scripts runs the scripts: a {@link LettuceScripts}, a {@link JedisScripts} or your own
     * @return the memory
     */
    public static RedisSeenReceipts of(RedisScripts scripts) {
        return builder(scripts).build();
    }

    /**
     * Returns a builder with the defaults.
     *
     * @param scripts runs the scripts: a {@link LettuceScripts}, a {@link JedisScripts} or your own
     * @return a new builder
     */
    public static Builder builder(RedisScripts scripts) {
        return new Builder(scripts);
    }

    /**
     * Claims a receipt.
     *
     * @throws IllegalStateException when Redis can't be asked
     */
    @Override
    public Claim claim(String key) {
        long claim = run("claim a receipt", CLAIM, key, claimMillis);
        return claim == 0 ? Claim.FIRST : claim == 1 ? Claim.BUSY : Claim.DONE;
    }

    /**
     * Remembers that a receipt was handled. Does nothing if another thread or process has taken it over.
     *
     * @throws IllegalStateException when Redis can't be asked
     */
    @Override
    public void confirm(String key) {
        run("remember a receipt", CONFIRM, key, ageMillis);
    }

    /**
     * Releases a claim. Does nothing if another thread or process has taken it over.
     *
     * @throws IllegalStateException when Redis can't be asked
     */
    @Override
    public void release(String key) {
        run("release a receipt", RELEASE, key, claimMillis);
    }

    /** A thread has one claim on a receipt at most, so its name is enough, and nothing is kept until it confirms. */
    private long run(String what, RedisScript script, String key, String millis) {
        String owner = process + ":" + Thread.currentThread().getId();
        return answer.of(what, script, List.of(prefix + key), List.of(owner, millis))
                .get(0);
    }

    /** Builds a {@link RedisSeenReceipts}. */
    public static final class Builder {
        private final RedisScripts scripts;
        private String prefix = "alimsg";
        private Duration claim = Duration.ofMinutes(5);
        private Duration age = Duration.ofHours(24);
        private Duration timeout = Duration.ofSeconds(1);

        private Builder(RedisScripts scripts) {
            this.scripts = Objects.requireNonNull(scripts);
        }

        /**
         * Sets what keys begin with, for applications that share a Redis. Default {@code alimsg}.
         *
         * @param prefix the text before {@code :receipt:}
         * @return this builder
         */
        public Builder prefix(String prefix) {
            this.prefix = Objects.requireNonNull(prefix);
            return this;
        }

        /**
         * Sets how long a receipt stays with the thread that claimed it. Default five minutes.
         *
         * @param claim longer than a handler ever takes; at least a millisecond
         * @return this builder
         * @throws IllegalArgumentException when it is less
         */
        public Builder claim(Duration claim) {
            this.claim = Answer.requireMillisecond(claim, "claim");
            return this;
        }

        /**
         * Sets how long handled receipts are remembered. Default 24 hours.
         *
         * @param age longer than the service or a queue keeps delivering; at least a millisecond
         * @return this builder
         * @throws IllegalArgumentException when it is less
         */
        public Builder age(Duration age) {
            this.age = Answer.requireMillisecond(age, "age");
            return this;
        }

        /**
         * Sets how long a step waits for Redis. Default one second.
         *
         * @param timeout at least a millisecond
         * @return this builder
         * @throws IllegalArgumentException when it is less
         */
        public Builder timeout(Duration timeout) {
            this.timeout = Answer.requireMillisecond(timeout, "timeout");
            return this;
        }

        /**
         * Builds the memory. Does not ask Redis.
         *
         * @return the memory
         */
        public RedisSeenReceipts build() {
            return new RedisSeenReceipts(this);
        }
    }
}

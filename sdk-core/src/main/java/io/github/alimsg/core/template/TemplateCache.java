package io.github.alimsg.core.template;

import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.time.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Templates that are read when they are first needed, and kept for 15 minutes. One that cannot be read is tried again a
 * minute later. For the helpers of product modules. Safe for use by any number of threads: a template that several need
 * at once may be read several times.
 *
 * @param <K> what names a template
 * @param <T> a template
 */
public final class TemplateCache<K, T> {
    private static final long KEPT = Duration.ofMinutes(15).toNanos();
    private static final long FAILURE_KEPT = Duration.ofMinutes(1).toNanos();

    /** Far more than an application has; keys may come from its input. */
    private static final int MAX_ENTRIES = 10_000;

    private final Function<K, T> reader;
    private final TimeSource time;
    private final ConcurrentMap<K, Kept<T>> entries = new ConcurrentHashMap<>();

    private record Kept<T>(@Nullable T template, @Nullable SdkException failure, long end) {}

    /**
     * Creates a cache that is empty.
     *
     * @param reader reads a template; throws an {@link SdkException} when that fails
     * @param time the clock
     */
    public TemplateCache(Function<K, T> reader, TimeSource time) {
        this.reader = reader;
        this.time = time;
    }

    /**
     * Returns a template.
     *
     * @param key what names it
     * @return the template; null when it cannot be read
     */
    public @Nullable T find(K key) {
        return entry(key).template;
    }

    /**
     * Returns a template.
     *
     * @param key what names it
     * @return the template
     * @throws SdkException when it cannot be read
     */
    public T get(K key) {
        Kept<T> entry = entry(key);
        if (entry.template == null) {
            throw failureOf(entry);
        }
        return entry.template;
    }

    /** {@return the templates that could not be read when they were last needed, and why} */
    public Map<K, SdkException> failures() {
        Map<K, SdkException> failures = new HashMap<>();
        entries.forEach((key, entry) -> {
            if (entry.failure != null) {
                failures.put(key, entry.failure);
            }
        });
        return failures;
    }

    private static SdkException failureOf(Kept<?> entry) {
        if (entry.failure == null) {
            throw new IllegalStateException("an entry is a template or a failure");
        }
        return entry.failure;
    }

    private Kept<T> entry(K key) {
        Kept<T> entry = entries.get(key);
        if (entry != null && time.nanoTime() - entry.end < 0) {
            return entry;
        }
        entry = read(key);
        if (!(entry.failure instanceof CallInterruptedException)) {
            if (entries.size() >= MAX_ENTRIES) {
                entries.clear();
            }
            entries.put(key, entry);
        }
        return entry;
    }

    private Kept<T> read(K key) {
        try {
            return new Kept<>(reader.apply(key), null, time.nanoTime() + KEPT);
        } catch (SdkException e) {
            return new Kept<>(null, e, time.nanoTime() + FAILURE_KEPT);
        }
    }
}

package io.github.alimsg.once.campaign;

import io.github.alimsg.core.lookup.SendLookup;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.once.store.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign gets of the {@link io.github.alimsg.once.Once} that it comes from. For {@code Once} only.
 *
 * @param store where keys and parts are kept
 * @param owner names the process in the store
 * @param lease how long a worker keeps a part
 * @param time the process's clock
 * @param lookups look-ups of messages
 * @param nextLookUp when to look up next after a number of look-ups in vain; null for never again
 * @param ownIdOf makes an own id of a key
 * @param minimum how old the mark of an unknown part must be before it is released
 * @param writer writes an outcome, now or as soon as the store can be reached
 * @param isOlder whether the store was restored from a backup after a campaign of this name began, or may have
 */
public record CampaignContext(
        KeyStore store,
        String owner,
        Duration lease,
        TimeSource time,
        List<SendLookup> lookups,
        IntFunction<@Nullable Duration> nextLookUp,
        UnaryOperator<String> ownIdOf,
        Duration minimum,
        Consumer<Runnable> writer,
        Predicate<String> isOlder) {}

package io.github.alimsg.caps;

import io.github.alimsg.core.guard.OutgoingMessage;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.guard.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caps on sends: against sign-up forms that are pumped, and loops that don't end.
 *
 * <pre>{@code
 * SendCaps caps = SendCaps.inMemory()
 *         .perNumber(3, Duration.ofMinutes(10))
 *         .perNumber(10, Duration.ofDays(1))
 *         .perPrefix(7, 50, Duration.ofHours(1))
 *         .callingCodes("62", "60", "65")
 *         .total(20_000, Duration.ofDays(1));
 * DysmsInternationalClient sms = DysmsInternationalClient.builder().guard(caps).build();
 * }</pre>
 *
 * <p>Every cap is a window that slides: no ten minutes anywhere in time have more than three. A send that certainly was
 * not sent is given back; one whose outcome is unknown stays counted. What is above a cap fails with a {@link
 * io.github.alimsg.core.error.GuardedException}. Clients with the same instance, or with the same store and key, count
 * together, whatever their product.
 *
 * <p>Phone numbers are kept as keyed hashes only. Recipients without a phone number, such as accounts of a chat
 * channel, are counted by their id. This is no detection of fraud: an attack below the caps goes through.
 *
 * <p>Immutable, and safe for concurrent use: every method returns other caps, and counts are in the store.
 */
public final class SendCaps implements SendGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SendCaps.class);
    private static final int MAX_WINDOWS = 100_000;
    private static final int MAX_DIGITS = 15;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final CapStore store;
    private final NumberHash hash;
    private final WhenAway whenAway;
    private final InstantSource clock;
    private final List<Cap> caps;
    private final Set<String> callingCodes;

    /**
     * A cap.
     *
     * @param digits how many of a recipient's first characters share a count; 0 for all recipients together, {@code
     *     Integer.MAX_VALUE} for each by itself
     * @param limit how many sends
     * @param length in which time
     * @param refusal what is said when it is reached
     */
    private record Cap(int digits, int limit, Duration length, Verdict refusal) {}

    private SendCaps(
            CapStore store,
            NumberHash hash,
            WhenAway whenAway,
            InstantSource clock,
            List<Cap> caps,
            Set<String> callingCodes) {
        this.store = store;
        this.hash = hash;
        this.whenAway = whenAway;
        this.clock = clock;
        this.caps = List.copyOf(caps);
        this.callingCodes = Set.copyOf(callingCodes);
    }

    /**
     * Counts in this process only, for at most 100,000 numbers and prefixes with sends in their windows. Above that,
     * sends that need another count are refused.
     *
     * @return caps without a limit yet
     */
    public static SendCaps inMemory() {
        return new SendCaps(
                new InMemoryCapStore(MAX_WINDOWS),
                NumberHash.random(),
                WhenAway.REFUSE,
                InstantSource.system(),
                List.of(),
                Set.of());
    }

    /**
     * Counts in a store that several processes may share.
     *
     * @param store the store
     * @param key the key of the hashes that numbers are kept as: at least 16 random bytes, secret, and the same in all
     *     processes that count together
     * @param whenAway what happens to sends while the store can't be reached
     * @return caps without a limit yet
     * @throws IllegalArgumentException when the key is shorter
     */
    public static SendCaps in(CapStore store, byte[] key, WhenAway whenAway) {
        if (key.length < NumberHash.MIN_KEY) {
            throw new IllegalArgumentException("the key must have at least " + NumberHash.MIN_KEY + " bytes");
        }
        return new SendCaps(
                Objects.requireNonNull(store),
                new NumberHash(key.clone()),
                Objects.requireNonNull(whenAway),
                InstantSource.system(),
                List.of(),
                Set.of());
    }

    /**
     * Limits what one recipient gets. May be called several times, with different lengths.
     *
     * @param limit how many messages; at least 1
     * @param length in which time; from a second to 31 days
     * @return caps with this limit
     * @throws IllegalArgumentException when a value is out of bounds
     */
    public SendCaps perNumber(int limit, Duration length) {
        return with(Integer.MAX_VALUE, limit, length, "to one recipient");
    }

    /**
     * Limits what numbers that begin with the same digits get together: pumping uses ranges of numbers.
     *
     * @param digits how many digits, calling code included; from 1 to 15
     * @param limit how many messages; at least 1
     * @param length in which time; from a second to 31 days
     * @return caps with this limit
     * @throws IllegalArgumentException when a value is out of bounds
     */
    public SendCaps perPrefix(int digits, int limit, Duration length) {
        if (digits < 1 || digits > MAX_DIGITS) {
            throw new IllegalArgumentException("digits must be from 1 to " + MAX_DIGITS + ", not " + digits);
        }
        return with(digits, limit, length, "to numbers with the same " + digits + " digits");
    }

    /**
     * Limits all messages together: a loop ends here.
     *
     * @param limit how many messages; at least 1
     * @param length in which time; from a second to 31 days
     * @return caps with this limit
     * @throws IllegalArgumentException when a value is out of bounds
     */
    public SendCaps total(int limit, Duration length) {
        return with(0, limit, length, "in all");
    }

    /**
     * Refuses recipients whose number begins with none of these, and those without a number.
     *
     * @param codes calling codes, such as {@code 62}, or longer beginnings of numbers; in addition to those of earlier
     *     calls
     * @return caps with this limit
     * @throws IllegalArgumentException when there is none, or one has anything but digits
     */
    public SendCaps callingCodes(String... codes) {
        Set<String> all = new HashSet<>(callingCodes);
        for (String code : codes) {
            if (code.isEmpty() || code.length() > MAX_DIGITS || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException("a calling code has digits only: '" + code + "'");
            }
            all.add(code);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("name at least one calling code");
        }
        return new SendCaps(store, hash, whenAway, clock, caps, all);
    }

    /**
     * Sets the clock. Default: the machine's. For tests.
     *
     * @param clock the clock
     * @return caps with this clock
     */
    public SendCaps clock(InstantSource clock) {
        return new SendCaps(store, hash, whenAway, Objects.requireNonNull(clock), caps, callingCodes);
    }

    private SendCaps with(int digits, int limit, Duration length, String whose) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit must be at least 1, not " + limit);
        }
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a length must be from a second to 31 days, not " + length);
        }
        if (caps.stream().anyMatch(cap -> cap.digits == digits && cap.length.equals(length))) {
            throw new IllegalArgumentException("there is a limit of this kind for " + length + " already");
        }
        List<Cap> more = new ArrayList<>(caps);
        more.add(new Cap(digits, limit, length, Verdict.refuse("more than " + limit + " in " + length + " " + whose)));
        return new SendCaps(store, hash, whenAway, clock, more, callingCodes);
    }

    @Override
    public Verdict check(OutgoingMessage message) {
        String to = message.to();
        if (!callingCodes.isEmpty() && callingCodes.stream().noneMatch(to::startsWith)) {
            return Verdict.refuse("the calling code is not listed");
        }
        List<Cap> counted = new ArrayList<>(caps.size());
        List<CapWindow> windows = new ArrayList<>(caps.size());
        for (Cap cap : caps) {
            String key = key(cap, to);
            if (key != null) {
                counted.add(cap);
                windows.add(new CapWindow(key, cap.limit, cap.length));
            }
        }
        if (windows.isEmpty()) {
            return Verdict.pass();
        }
        Instant now = clock.instant();
        int full;
        try {
            full = store.take(windows, now);
        } catch (RuntimeException e) {
            LOG.debug("can't count a send, {}: {}", whenAway, e.getClass().getName());
            return whenAway == WhenAway.PASS ? Verdict.pass() : Verdict.refuse("the caps can't be counted now");
        }
        return full == CapStore.TAKEN ? Verdict.pass(() -> store.giveBack(windows, now)) : counted.get(full).refusal;
    }

    /** Whose count a message belongs to; null when it names nobody and the cap is somebody's. */
    private @Nullable String key(Cap cap, String to) {
        if (cap.digits == 0) {
            return "total:" + cap.length;
        }
        if (to.isEmpty()) {
            return null;
        }
        boolean whole = cap.digits == Integer.MAX_VALUE;
        String counted = whole ? to : to.substring(0, Math.min(cap.digits, to.length()));
        return (whole ? "number:" : "prefix" + cap.digits + ":") + cap.length + ":" + hash.of(counted);
    }

    /** Shows the caps. */
    @Override
    public String toString() {
        return "SendCaps" + caps.stream().map(cap -> cap.refusal.reason()).toList() + callingCodes;
    }
}

package io.github.alimsg.spring.boot.shared;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings of what several processes share. */
@ConfigurationProperties("alimsg.shared")
final class SharedProperties {
    /** Where the turns of calls are taken from, so that all processes together stay below the limits of the account. */
    private @Nullable Store turns;

    /** Where handled receipts are remembered. */
    private @Nullable Store seenReceipts;

    /** Where caps are counted, for a bean of type SendCaps of the application. */
    private @Nullable Store caps;

    /** Name of the account whose limits are shared, the same in all processes. */
    private @Nullable String account;

    /** Calls per second by operation, in place of those that are documented or in addition to them. */
    private Map<String, Double> limits = new HashMap<>();

    /** What happens to calls while their turns can't be asked for. */
    private WhenAway whenAway = WhenAway.LOCAL_SHARE;

    /** Longest time that a call waits for Redis or a statement of the database, to take its turn. */
    private @Nullable Duration turnTimeout;

    /** Time for which a receipt stays with the thread that handles it, longer than that ever takes. */
    private @Nullable Duration receiptClaim;

    /** Time for which handled receipts are remembered. */
    private @Nullable Duration receiptAge;

    /** Where something is. */
    enum Store {
        /** Redis, by the application's connections. */
        REDIS,
        /** The database of the application. */
        JDBC;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What happens to calls while the store is away. */
    enum WhenAway {
        /** Each process limits itself. */
        LOCAL_SHARE,
        /** Nothing is limited. */
        OPEN,
        /** Calls fail as not sent. */
        CLOSED
    }

    public @Nullable Store getTurns() {
        return turns;
    }

    public void setTurns(@Nullable Store turns) {
        this.turns = turns;
    }

    public @Nullable Store getSeenReceipts() {
        return seenReceipts;
    }

    public void setSeenReceipts(@Nullable Store seenReceipts) {
        this.seenReceipts = seenReceipts;
    }

    public @Nullable Store getCaps() {
        return caps;
    }

    public void setCaps(@Nullable Store caps) {
        this.caps = caps;
    }

    public @Nullable String getAccount() {
        return account;
    }

    public void setAccount(@Nullable String account) {
        this.account = account;
    }

    public Map<String, Double> getLimits() {
        return limits;
    }

    public void setLimits(Map<String, Double> limits) {
        this.limits = limits;
    }

    public WhenAway getWhenAway() {
        return whenAway;
    }

    public void setWhenAway(WhenAway whenAway) {
        this.whenAway = whenAway;
    }

    public @Nullable Duration getTurnTimeout() {
        return turnTimeout;
    }

    public void setTurnTimeout(@Nullable Duration turnTimeout) {
        this.turnTimeout = turnTimeout;
    }

    public @Nullable Duration getReceiptClaim() {
        return receiptClaim;
    }

    public void setReceiptClaim(@Nullable Duration receiptClaim) {
        this.receiptClaim = receiptClaim;
    }

    public @Nullable Duration getReceiptAge() {
        return receiptAge;
    }

    public void setReceiptAge(@Nullable Duration receiptAge) {
        this.receiptAge = receiptAge;
    }
}

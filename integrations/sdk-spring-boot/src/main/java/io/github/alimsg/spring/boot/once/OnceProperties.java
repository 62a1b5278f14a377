package io.github.alimsg.spring.boot.once;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings of idempotency keys. */
@ConfigurationProperties("alimsg.once")
final class OnceProperties {
    /** Whether idempotency keys are kept in the database of the application. */
    private boolean enabled;

    /** Time for which a worker keeps a key before others take it over. */
    private @Nullable Duration lease;

    /** Time for which an unknown message is looked up before it is undecided. */
    private @Nullable Duration horizon;

    /** Whether a key that is given with another request is refused. */
    private @Nullable Boolean fingerprint;

    /** Longest time for a statement of the database. */
    private Duration statementTimeout = Duration.ofSeconds(10);

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public @Nullable Duration getLease() {
        return lease;
    }

    public void setLease(@Nullable Duration lease) {
        this.lease = lease;
    }

    public @Nullable Duration getHorizon() {
        return horizon;
    }

    public void setHorizon(@Nullable Duration horizon) {
        this.horizon = horizon;
    }

    public @Nullable Boolean getFingerprint() {
        return fingerprint;
    }

    public void setFingerprint(@Nullable Boolean fingerprint) {
        this.fingerprint = fingerprint;
    }

    public Duration getStatementTimeout() {
        return statementTimeout;
    }

    public void setStatementTimeout(Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }
}

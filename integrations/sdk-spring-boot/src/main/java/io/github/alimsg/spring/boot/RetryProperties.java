package io.github.alimsg.spring.boot;

import org.jspecify.annotations.Nullable;

/** Repeats of failed calls. */
final class RetryProperties {
    /** Number of attempts of a call that may be repeated, the first included. */
    private @Nullable Integer maxAttempts;

    /** Whether writes that repeat harmlessly are repeated, too, when their reply is lost. Never applies to sends. */
    private @Nullable Boolean repeatHarmlessWrites;

    public @Nullable Integer getMaxAttempts() {
        return maxAttempts;
    }

    public void setMaxAttempts(@Nullable Integer maxAttempts) {
        this.maxAttempts = maxAttempts;
    }

    public @Nullable Boolean getRepeatHarmlessWrites() {
        return repeatHarmlessWrites;
    }

    public void setRepeatHarmlessWrites(@Nullable Boolean repeatHarmlessWrites) {
        this.repeatHarmlessWrites = repeatHarmlessWrites;
    }
}

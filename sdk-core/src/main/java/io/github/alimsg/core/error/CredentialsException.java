package io.github.alimsg.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * There are no credentials to sign with. Names every source that was tried and why it had none. Nothing was sent.
 *
 * @serial exclude
 */
public final class CredentialsException extends SdkException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // copies of lists can be serialized
    private final List<String> sources;

    private final boolean misconfigured;

    /**
     * One source that has no credentials.
     *
     * @param source its name, such as {@code environment}
     * @param reason why it has none and what to do
     */
    public CredentialsException(String source, String reason) {
        this(source, reason, null);
    }

    /**
     * One source that has no credentials.
     *
     * @param source its name, such as {@code environment}
     * @param reason why it has none and what to do
     * @param cause the underlying failure
     */
    public CredentialsException(String source, String reason, @Nullable Throwable cause) {
        this(null, 0, List.of(source + ": " + reason), cause);
    }

    private CredentialsException(CredentialsException wrong) {
        super(null, 0, "no credentials; " + String.join("; ", wrong.sources), wrong.getCause());
        setStackTrace(wrong.getStackTrace());
        this.sources = wrong.sources;
        this.misconfigured = true;
    }

    /**
     * Several sources, none of which had credentials.
     *
     * @param operation the operation that was called; null outside of a call
     * @param attempts how many times it was tried
     * @param sources a line for each source, in the order they were tried
     * @param cause the underlying failure
     */
    public CredentialsException(
            @Nullable String operation, int attempts, List<String> sources, @Nullable Throwable cause) {
        super(operation, attempts, "no credentials; " + String.join("; ", sources), cause);
        this.sources = List.copyOf(sources);
        this.misconfigured = false;
    }

    /**
     * {@return the same exception, marked as a misconfigured source} A chain does not look further after one: another
     * identity would be no remedy.
     */
    public CredentialsException asMisconfigured() {
        return misconfigured ? this : new CredentialsException(this);
    }

    /** {@return whether the source is misconfigured, rather than not set at all} */
    public boolean isMisconfigured() {
        return misconfigured;
    }

    /** {@return a line for each source that was tried, with the reason why it had none} */
    public List<String> sources() {
        return sources;
    }

    @Override
    boolean lastMayHaveTakenEffect() {
        return false;
    }
}

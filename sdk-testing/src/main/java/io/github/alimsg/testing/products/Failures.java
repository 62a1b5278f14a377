package io.github.alimsg.testing.products;

import io.github.alimsg.receipts.FailureReason;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which messages fail, by recipient. The last word about a recipient counts. Safe for any number of threads. */
public final class Failures {
    /** The code may depend on what has sent the message. */
    private final Map<String, Function<Sending, @Nullable String>> errors = new ConcurrentHashMap<>();

    /** Has messages to a recipient fail. */
    public void fail(String recipient, String error) {
        Objects.requireNonNull(error);
        errors.put(recipient, how -> error);
    }

    /** Has messages to a recipient fail where a code says so. @throws IllegalArgumentException when it is no failure */
    public void fail(String recipient, FailureReason reason) {
        if (reason == FailureReason.NONE) {
            throw new IllegalArgumentException("NONE is not a failure");
        }
        Objects.requireNonNull(reason);
        errors.put(recipient, how -> how.errorCodes().get(reason));
    }

    @Nullable
    String error(Sending how, String recipient, @Nullable String templateError) {
        Function<Sending, @Nullable String> error = errors.get(recipient);
        return error == null ? templateError : error.apply(how);
    }

    public void clear() {
        errors.clear();
    }
}

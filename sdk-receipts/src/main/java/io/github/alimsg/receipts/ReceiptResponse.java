package io.github.alimsg.receipts;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The HTTP response to give to the service. Accepted: HTTP 200 and a JSON object whose {@code code} is a number, which
 * is what the service checks. Refused: another status and no {@code code}, so that it cannot be taken for acceptance;
 * the service then delivers the whole body again.
 */
public final class ReceiptResponse {
    private static final String ACCEPTED = "{\"code\":0,\"msg\":\"OK\"}";
    private static final String REFUSED = "{\"msg\":\"not handled\"}";

    private final List<Exception> failures;

    ReceiptResponse(List<Exception> failures) {
        this.failures = List.copyOf(failures);
    }

    /** {@return whether every receipt of the body was handled, now or before} */
    public boolean accepted() {
        return failures.isEmpty();
    }

    /**
     * {@return the HTTP status: 200 when accepted, 500 when a handler failed, 400 when all failures are
     * {@link MalformedReceiptException}}
     */
    public int status() {
        if (accepted()) {
            return 200;
        }
        return failures.stream().allMatch(failure -> failure instanceof MalformedReceiptException) ? 400 : 500;
    }

    /** {@return the content type of the response} */
    public String contentType() {
        return "application/json;charset=utf-8";
    }

    /** {@return the body of the response, a fresh array} */
    public byte[] body() {
        return (accepted() ? ACCEPTED : REFUSED).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * {@return why it is refused, in the order of the receipts: what handlers threw, and {@link
     * MalformedReceiptException} for what cannot be read; empty when accepted} The SDK does not log them.
     */
    public List<Exception> failures() {
        return failures;
    }

    /** Shows the status and the number of failures. */
    @Override
    public String toString() {
        return "ReceiptResponse{status=" + status() + ", failures=" + failures.size() + "}";
    }
}

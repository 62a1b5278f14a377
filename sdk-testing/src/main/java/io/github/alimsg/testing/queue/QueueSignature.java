package io.github.alimsg.testing.queue;

import io.github.alimsg.testing.gateway.Refusal;
import io.github.alimsg.testing.gateway.SignatureCheck;
import io.github.alimsg.testing.gateway.SignatureClaim;
import io.github.alimsg.testing.gateway.WireRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Version 2 of a queue's signature: an HMAC-SHA1 over method, some headers, and path and query as they were sent.
 *
 * @param keyId the key's id, as the request claims
 * @param given the signature
 */
record QueueSignature(String keyId, String given) {
    static final String OWN_HEADERS = "x-mns-";
    private static final String SCHEME = "MNS ";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** The signature of a request; null when it has none, or one of another form. */
    static @Nullable QueueSignature of(WireRequest request) {
        String header = request.header("authorization");
        int colon = header == null ? -1 : header.indexOf(':');
        return header != null && header.startsWith(SCHEME) && colon > SCHEME.length()
                ? new QueueSignature(header.substring(SCHEME.length(), colon).strip(), header.substring(colon + 1))
                : null;
    }

    /** Who calls what, as a request claims. */
    static SignatureClaim claim(WireRequest request, QueueRequest.@Nullable Operation operation) {
        QueueSignature signature = of(request);
        Instant date = date(request);
        return new SignatureClaim(
                null,
                operation == null ? null : operation.serviceName(),
                request.header("x-mns-version"),
                signature == null ? null : "HMAC-SHA1",
                signature == null ? null : signature.keyId,
                request.header("security-token"),
                null,
                date == null ? null : date.toString(),
                signature == null ? null : signature.given,
                List.of());
    }

    private static @Nullable Instant date(WireRequest request) {
        String text = dateHeader(request);
        try {
            return text == null ? null : DATE.parse(text, Instant::from);
        } catch (DateTimeException otherForm) {
            return null;
        }
    }

    /** The text that stands for the time: one header goes before the other. */
    private static @Nullable String dateHeader(WireRequest request) {
        String own = request.header(OWN_HEADERS + "date");
        return own == null ? request.header("date") : own;
    }

    /** Why a request is refused before its key is looked at. */
    static @Nullable Refusal incomplete(WireRequest request, Instant now) {
        String authorization = request.header("authorization");
        if (authorization == null) {
            return QueueErrors.missing("AuthorizationHeader");
        }
        if (of(request) == null) {
            return new Refusal(400, "InvalidAuthorizationHeader", "The header Authorization is not valid.")
                    .because("Authorization is not of the form MNS AccessKeyId:Signature"
                            + (authorization.startsWith("MNS4-")
                                    ? "; of the signature's versions, only 2 is checked here"
                                    : ""));
        }
        if (request.header("x-mns-version") == null) {
            return QueueErrors.argument("The header x-mns-version is required.");
        }
        if (dateHeader(request) == null) {
            return QueueErrors.missing("DateHeader");
        }
        Instant date = date(request);
        if (date == null) {
            return new Refusal(400, "InvalidDateHeader", "The header Date is not valid.")
                    .because("the date is not of the form Thu, 09 Jul 2015 03:01:34 GMT");
        }
        return Duration.between(date, now).abs().compareTo(SignatureCheck.WINDOW) <= 0
                ? null
                : new Refusal(408, "TimeExpired", "The request has expired.")
                        .because("the clocks differ: the call says " + date + ", here it is "
                                + now.truncatedTo(ChronoUnit.SECONDS) + "; at most 15 minutes are allowed");
    }

    /** Why the signature is refused; null when it holds. */
    @Nullable
    Refusal mismatch(WireRequest request, String secret, QueueKeys keys) {
        String expected = stringToSign(request);
        return sign(secret, expected).equals(given)
                ? null
                : new Refusal(403, "SignatureDoesNotMatch", "The signature is not the one that is calculated here.")
                        .because(new QueueSignatureGuesses(request, secret, given)
                                .diagnosis(expected, keys.otherSecrets(keyId)));
    }

    static String sign(String secret, String text) {
        return Base64.getEncoder().encodeToString(SignatureCheck.hmac("HmacSHA1", secret, text));
    }

    /** What is signed. */
    static String stringToSign(WireRequest request) {
        String own = request.header(OWN_HEADERS + "date");
        String date = request.header("date");
        return stringToSign(
                request, own == null ? (date == null ? "" : date) : own, ownHeaders(request), request.target());
    }

    static String stringToSign(WireRequest request, String date, String ownHeaders, String target) {
        return request.method() + "\n"
                + request.headers().getOrDefault("content-md5", "") + "\n"
                + request.headers().getOrDefault("content-type", "") + "\n"
                + date + "\n"
                + ownHeaders
                + target;
    }

    /** The service's own headers, sorted by name. */
    static String ownHeaders(WireRequest request) {
        StringBuilder lines = new StringBuilder();
        request.headers().forEach((name, value) -> {
            if (name.startsWith(OWN_HEADERS)) {
                lines.append(name).append(':').append(value).append('\n');
            }
        });
        return lines.toString();
    }

    /** Shows no signature. */
    @Override
    public String toString() {
        return "QueueSignature";
    }
}

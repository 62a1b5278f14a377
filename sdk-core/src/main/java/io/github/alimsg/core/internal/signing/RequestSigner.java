package io.github.alimsg.core.internal.signing;

import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.internal.encoding.PercentEncodedPairs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Turns parameters into a signed request. One for each {@link Signature}; safe for many threads. */
public abstract class RequestSigner {
    final String host;
    final String version;
    private final Pool<SigningScratch> tools = new Pool<>();
    private volatile Stamp lastStamp = new Stamp(Long.MIN_VALUE, "");

    RequestSigner(String host, String version) {
        this.host = host;
        this.version = version;
    }

    private record Stamp(long second, String text) {}

    /** Returns the signer of a kind of signature, for calls to one host. */
    public static RequestSigner of(Signature signature, String host, String version) {
        return switch (signature) {
            case ACS3_HMAC_SHA256 -> new Acs3Signer(host, version);
            case RPC_1_0 -> new RpcSigner(host, version);
        };
    }

    /**
     * Signs one attempt.
     *
     * @param operation the operation's name
     * @param query the parameters of the URL, sorted
     * @param form the parameters of the body, sorted
     * @param credentials who signs
     * @param epochSecond the time, as the service knows it
     * @param nonce never used before
     */
    public final SignedRequest sign(
            String operation,
            PercentEncodedPairs query,
            @Nullable PercentEncodedPairs form,
            Credentials credentials,
            long epochSecond,
            String nonce) {
        SigningScratch used = tools.take();
        if (used == null) {
            used = new SigningScratch();
        }
        SignedRequest signed = sign(used, operation, query, form, credentials, timestamp(epochSecond), nonce);
        if (used.isSmallEnoughToKeep()) {
            tools.give(used); // not after an exception, when their state is unknown
        }
        return signed;
    }

    abstract SignedRequest sign(
            SigningScratch tools,
            String operation,
            PercentEncodedPairs query,
            @Nullable PercentEncodedPairs form,
            Credentials credentials,
            String timestamp,
            String nonce);

    /** The time as it is signed, such as 2026-01-02T03:04:05Z, whatever the locale and time zone. */
    private String timestamp(long epochSecond) {
        Stamp stamp = lastStamp;
        if (stamp.second != epochSecond) {
            stamp = new Stamp(epochSecond, iso(epochSecond));
            lastStamp = stamp;
        }
        return stamp.text;
    }

    /** The text of {@link Instant}, without its formatter, which takes milliseconds of an application's first call. */
    static String iso(long epochSecond) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9999) {
            return Instant.ofEpochSecond(epochSecond).toString();
        }
        byte[] text = "0000-00-00T00:00:00Z".getBytes(StandardCharsets.US_ASCII);
        write(utc.getYear(), text, 3);
        write(utc.getMonthValue(), text, 6);
        write(utc.getDayOfMonth(), text, 9);
        write(utc.getHour(), text, 12);
        write(utc.getMinute(), text, 15);
        write(utc.getSecond(), text, 18);
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static void write(int number, byte[] text, int lastDigit) {
        for (int left = number, at = lastDigit; left > 0; left /= 10, at--) {
            text[at] = (byte) ('0' + left % 10);
        }
    }
}

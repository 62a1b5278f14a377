package io.github.alimsg.core.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.internal.json.RawJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the metadata service and credentials URIs answer: {@code {"Code": "Success", "AccessKeyId": …,
 * "AccessKeySecret": …, "SecurityToken": …, "Expiration": "2026-01-02T03:04:05Z"}}.
 */
final class CredentialsReply {
    /** Smaller differences between two clocks are the network's. */
    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String source;

    /**
     * A reader.
     *
     * @param source whose answers it reads, for messages
     */
    CredentialsReply(String source) {
        this.source = source;
    }

    /**
     * Reads an answer.
     *
     * @param reply HTTP 200
     * @param now this machine's time
     * @throws CredentialsException when it has no credentials; never quotes the answer, which may hold half of them
     */
    Credentials read(CredentialsHttp.Reply reply, Instant now) {
        JsonNode root = RawJson.tree(reply.body());
        if (root == null || !root.isObject()) {
            throw wrong("answered with what is no JSON object");
        }
        String code = root.path("Code").asText("Success");
        if (!code.equalsIgnoreCase("Success")) {
            throw wrong("answered with " + (CODE.matcher(code).matches() ? "code " + code : "a code of failure"));
        }
        try {
            return Credentials.temporary(
                    text(root, "AccessKeyId"),
                    text(root, "AccessKeySecret"),
                    text(root, "SecurityToken"),
                    expiration(root, reply.date(), now));
        } catch (IllegalArgumentException e) { // says what is missing or odd, and quotes nothing
            throw new CredentialsException(source, "answered without usable credentials: " + e.getMessage(), e);
        }
    }

    private @Nullable Instant expiration(JsonNode root, @Nullable Instant date, Instant now) {
        String text = text(root, "Expiration");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return byThisClock(Instant.parse(text), date, now);
        } catch (DateTimeException e) { // quotes the answer, so it is no cause
            throw wrong("answered with an Expiration that is no time");
        }
    }

    /** A moment of the service, told by the clock of this machine, which may be wrong by hours. */
    private static Instant byThisClock(Instant moment, @Nullable Instant date, Instant now) {
        if (date == null) {
            return moment;
        }
        Duration ahead = Duration.between(date, now);
        return ahead.abs().compareTo(SAME_TIME) < 0 ? moment : moment.plus(ahead);
    }

    private static String text(JsonNode root, String field) {
        JsonNode node = root.path(field);
        return node.isTextual() ? node.textValue() : "";
    }

    private CredentialsException wrong(String reason) {
        return new CredentialsException(source, reason);
    }
}

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
 * Reads the replies of the metadata service and of credentials URIs: {@code {"Code": "Success", "AccessKeyId": …,
 * "AccessKeySecret": …, "SecurityToken": …, "Expiration": "2026-01-02T03:04:05Z"}}.
 */
final class CredentialsReply {
    /** Smaller differences between two clocks are due to the network. */
    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String source;

    /**
     * A reader.
     *
     * @param source the source of the replies, for messages
     */
    CredentialsReply(String source) {
        this.source = source;
    }

    /**
     * Reads a reply.
     *
     * @param reply HTTP 200
     * @param now this machine's time
     * @throws CredentialsException when it has no credentials; never quotes the reply, which may contain half of them
     */
    Credentials read(CredentialsHttp.Reply reply, Instant now) {
        JsonNode root = RawJson.tree(reply.body());
        if (root == null || !root.isObject()) {
            throw wrong("replied with something that is not a JSON object");
        }
        String code = root.path("Code").asText("Success");
        if (!code.equalsIgnoreCase("Success")) {
            throw wrong("replied with " + (CODE.matcher(code).matches() ? "code " + code : "an error code"));
        }
        try {
            return Credentials.temporary(
                    text(root, "AccessKeyId"),
                    text(root, "AccessKeySecret"),
                    text(root, "SecurityToken"),
                    expiration(root, reply.date(), now));
        } catch (IllegalArgumentException e) { // says what is missing or wrong, and quotes nothing
            throw new CredentialsException(source, "replied without usable credentials: " + e.getMessage(), e);
        }
    }

    private @Nullable Instant expiration(JsonNode root, @Nullable Instant date, Instant now) {
        String text = text(root, "Expiration");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return byThisClock(Instant.parse(text), date, now);
        } catch (DateTimeException e) { // quotes the reply, so it is not used as a cause
            throw wrong("replied with an Expiration that is not a time");
        }
    }

    /** Translates a time of the service to the clock of this machine, which may be wrong by hours. */
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

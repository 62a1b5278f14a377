package io.github.alimsg.sts;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.sts.model.TemporaryCredentials;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The credentials in a response of STS. */
final class Issued {
    /** How much later than requested credentials may expire when the clock is right. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final @Nullable String accessKeyId;
    private final @Nullable String accessKeySecret;
    private final @Nullable String securityToken;
    private final @Nullable Instant expiration;

    private Issued(
            @Nullable String accessKeyId,
            @Nullable String accessKeySecret,
            @Nullable String securityToken,
            @Nullable Instant expiration) {
        this.accessKeyId = accessKeyId;
        this.accessKeySecret = accessKeySecret;
        this.securityToken = securityToken;
        this.expiration = expiration;
    }

    static Issued of(@Nullable TemporaryCredentials issued) {
        return issued == null
                ? new Issued(null, null, null, null)
                : new Issued(
                        issued.accessKeyId(), issued.accessKeySecret(), issued.securityToken(), issued.expiration());
    }

    /**
     * Returns the credentials, with their expiry by this machine's clock.
     *
     * @param asked when they were requested, by that clock
     * @param duration the requested duration
     * @throws IllegalArgumentException when something is missing; names it, and quotes nothing
     */
    Credentials credentials(Instant asked, Duration duration) {
        return Credentials.temporary(
                given(accessKeyId), given(accessKeySecret), given(securityToken), end(asked, asked.plus(duration)));
    }

    /** An expiry that has passed, or is later than requested, shows that the clock here is wrong. */
    private Instant end(Instant asked, Instant expected) {
        Instant end = expiration == null ? expected : expiration;
        boolean plausible = end.isAfter(asked) && end.isBefore(expected.plus(TOLERANCE));
        return plausible ? end : expected;
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }
}

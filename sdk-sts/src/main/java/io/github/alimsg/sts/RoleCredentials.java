package io.github.alimsg.sts;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Credentials of a role, requested from STS each time. */
final class RoleCredentials implements CredentialsProvider {
    private static final Duration DEFAULT_DURATION = Duration.ofHours(1);

    private final String role;
    private final String operation;
    private final Duration duration;
    private final TimeSource time;
    private final AssumeRoleCall call;

    /** The request to STS. */
    interface AssumeRoleCall {
        /** Requests credentials. An {@code IOException} has the reason as its message. */
        Issued make() throws IOException;
    }

    RoleCredentials(String role, String operation, @Nullable Duration duration, TimeSource time, AssumeRoleCall call) {
        this.role = role;
        this.operation = operation;
        this.duration = duration == null ? DEFAULT_DURATION : duration;
        this.time = time;
        this.call = call;
    }

    @Override
    public Credentials credentials() {
        Instant asked = time.instant();
        try {
            return call.make().credentials(asked, duration);
        } catch (CallInterruptedException e) {
            throw e;
        } catch (SdkException | IOException e) { // their messages name the operation and quote neither keys nor tokens
            throw wrong(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw wrong("STS replied without usable credentials: " + e.getMessage(), e);
        }
    }

    /** A role is set on purpose: its failure must not lead to signing with another identity. */
    private CredentialsException wrong(String reason, @Nullable Exception cause) {
        return new CredentialsException("role " + role, reason, cause).asMisconfigured();
    }

    @Override
    public String toString() {
        return "role " + role + " by " + operation;
    }
}

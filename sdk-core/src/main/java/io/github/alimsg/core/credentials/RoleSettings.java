package io.github.alimsg.core.credentials;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A role as profiles and the environment describe it, for {@link RoleAssumer}. May change in any release.
 *
 * @param roleArn resource name of the role
 * @param sessionName what the session is called in audit logs; null for a default
 * @param duration how long the credentials live; null for the service's default of an hour
 * @param policy JSON text that narrows what the role may do; null for all of it
 * @param externalId what the role's trust policy may ask for; null for nothing
 * @param stsRegion region of the STS endpoint; null for the client's default
 * @param vpc whether to call STS inside the region's VPC
 */
public record RoleSettings(
        String roleArn,
        @Nullable String sessionName,
        @Nullable Duration duration,
        @Nullable String policy,
        @Nullable String externalId,
        @Nullable String stsRegion,
        boolean vpc) {
    /** Shows the role alone. */
    @Override
    public String toString() {
        return "RoleSettings[" + roleArn + "]";
    }
}

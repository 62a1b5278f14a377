package io.github.alimsg.spring.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A RAM role that is assumed through Security Token Service. */
final class RoleProperties {
    /** Resource name of the role, such as acs:ram::123456789012:role/messaging. */
    private @Nullable String arn;

    /** Name of the session in audit logs. */
    private @Nullable String sessionName;

    /** Time for which the credentials of the role are valid. */
    private @Nullable Duration duration;

    /** External id that the role may require. */
    private @Nullable String externalId;

    /** JSON text of a policy that restricts what the session may do. */
    private @Nullable String policy;

    /** Resource name of the OIDC provider whose token proves who the application is, in place of credentials. */
    private @Nullable String oidcProviderArn;

    /** File with the OIDC token. */
    private @Nullable String oidcTokenFile;

    public @Nullable String getArn() {
        return arn;
    }

    public void setArn(@Nullable String arn) {
        this.arn = arn;
    }

    public @Nullable String getSessionName() {
        return sessionName;
    }

    public void setSessionName(@Nullable String sessionName) {
        this.sessionName = sessionName;
    }

    public @Nullable Duration getDuration() {
        return duration;
    }

    public void setDuration(@Nullable Duration duration) {
        this.duration = duration;
    }

    public @Nullable String getExternalId() {
        return externalId;
    }

    public void setExternalId(@Nullable String externalId) {
        this.externalId = externalId;
    }

    public @Nullable String getPolicy() {
        return policy;
    }

    public void setPolicy(@Nullable String policy) {
        this.policy = policy;
    }

    public @Nullable String getOidcProviderArn() {
        return oidcProviderArn;
    }

    public void setOidcProviderArn(@Nullable String oidcProviderArn) {
        this.oidcProviderArn = oidcProviderArn;
    }

    public @Nullable String getOidcTokenFile() {
        return oidcTokenFile;
    }

    public void setOidcTokenFile(@Nullable String oidcTokenFile) {
        this.oidcTokenFile = oidcTokenFile;
    }
}

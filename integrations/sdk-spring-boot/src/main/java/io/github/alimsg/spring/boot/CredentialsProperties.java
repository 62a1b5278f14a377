package io.github.alimsg.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Where credentials come from: a key, a profile or the role of the machine, and on top of it a role to assume. */
final class CredentialsProperties {
    /** How those of the main account begin. */
    static final String PREFIX = "alimsg.credentials";

    /** Id of an access key. */
    private @Nullable String accessKeyId;

    /** Secret of the access key. */
    private @Nullable String accessKeySecret;

    /** Token of a temporary access key. */
    private @Nullable String securityToken;

    /** Profile in ~/.aliyun/config.json or ~/.alibabacloud/credentials.ini. */
    private @Nullable String profile;

    /** Role of the ECS instance that the application runs on. */
    private @Nullable String ecsRole;

    /** Role to assume. */
    @NestedConfigurationProperty
    private final RoleProperties role = new RoleProperties();

    /** Reads those of the main account, and nothing else. */
    static CredentialsProperties of(Environment environment) {
        return Binder.get(environment).bindOrCreate(PREFIX, CredentialsProperties.class);
    }

    public @Nullable String getAccessKeyId() {
        return accessKeyId;
    }

    public void setAccessKeyId(@Nullable String accessKeyId) {
        this.accessKeyId = accessKeyId;
    }

    public @Nullable String getAccessKeySecret() {
        return accessKeySecret;
    }

    public void setAccessKeySecret(@Nullable String accessKeySecret) {
        this.accessKeySecret = accessKeySecret;
    }

    public @Nullable String getSecurityToken() {
        return securityToken;
    }

    public void setSecurityToken(@Nullable String securityToken) {
        this.securityToken = securityToken;
    }

    public @Nullable String getProfile() {
        return profile;
    }

    public void setProfile(@Nullable String profile) {
        this.profile = profile;
    }

    public @Nullable String getEcsRole() {
        return ecsRole;
    }

    public void setEcsRole(@Nullable String ecsRole) {
        this.ecsRole = ecsRole;
    }

    public RoleProperties getRole() {
        return role;
    }
}

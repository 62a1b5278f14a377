package io.github.alimsg.spring.boot;

import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.sts.StsClient;
import io.github.alimsg.sts.StsCredentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Credentials of a role. Calls Security Token Service with the settings of the account. */
final class AssumedRole {
    /** Shorter than for other calls: this one delays another call, which has a time of its own. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private AssumedRole() {}

    static ConfiguredCredentials with(
            CredentialsProvider source, String what, RoleProperties role, ClientSetup setup, @Nullable String account) {
        StsClient sts = client(setup, account);
        return new ConfiguredCredentials(
                "role " + role.getArn() + ", assumed with " + what,
                ClientSetup.build(() -> StsCredentials.assumeRole(settings -> {
                    settings.source(source);
                    common(settings, sts, role);
                    set(role.getExternalId(), settings::externalId);
                })),
                sts::close);
    }

    static ConfiguredCredentials withToken(RoleProperties role, ClientSetup setup, @Nullable String account) {
        StsClient sts = client(setup, account);
        return new ConfiguredCredentials(
                "role " + role.getArn() + ", assumed with an OIDC token",
                ClientSetup.build(() -> StsCredentials.assumeRoleWithOidc(settings -> {
                    common(settings, sts, role);
                    set(role.getOidcProviderArn(), settings::oidcProviderArn);
                    set(role.getOidcTokenFile(), file -> settings.tokenFile(Path.of(file)));
                })),
                sts::close);
    }

    private static StsClient client(ClientSetup setup, @Nullable String account) {
        StsClient.Builder builder = StsClient.builder().timeout(TIMEOUT);
        setup.apply(ProductKind.STS, account, builder);
        return ClientSetup.build(builder::build);
    }

    private static void common(StsCredentials.Settings<?> settings, StsClient sts, RoleProperties role) {
        settings.client(sts);
        set(role.getArn(), settings::roleArn);
        set(role.getSessionName(), settings::sessionName);
        set(role.getPolicy(), settings::policy);
        if (role.getDuration() != null) {
            settings.duration(role.getDuration());
        }
    }

    private static void set(@Nullable String value, Consumer<String> setter) {
        if (value != null && !value.isEmpty()) {
            setter.accept(value);
        }
    }
}

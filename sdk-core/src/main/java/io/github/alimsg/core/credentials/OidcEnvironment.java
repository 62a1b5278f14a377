package io.github.alimsg.core.credentials;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Credentials of a RAM role by an OIDC token, as the vendor's container service sets it up in environment variables. */
final class OidcEnvironment extends CredentialsSource {
    private static final RoleProfile.Names NAMES = RoleProfile.Names.ENVIRONMENT;

    private final CredentialsEnvironment environment;
    private final RoleProfile.Kept kept = new RoleProfile.Kept();

    OidcEnvironment(CredentialsEnvironment environment) {
        this.environment = environment;
    }

    @Override
    String name() {
        return "OIDC environment";
    }

    @Override
    String whatIsMissing() {
        return NAMES.oidcProviderArn() + " and " + NAMES.oidcTokenFile() + " are not set";
    }

    @Override
    @Nullable
    Credentials find() {
        String provider = environment.setting(NAMES.oidcProviderArn());
        String file = environment.setting(NAMES.oidcTokenFile());
        if (provider == null && file == null) { // a role without these may be meant for something else
            return null;
        }
        var said = Arrays.asList(provider, file, environment.setting(NAMES.roleArn()));
        return through(kept.get(said, () -> profile().assumeRoleWithOidc()));
    }

    private RoleProfile profile() {
        // Settings that only profiles have are not read from variables.
        return new RoleProfile(
                name(),
                environment,
                NAMES,
                name -> name.startsWith("ALIBABA_CLOUD_") ? environment.variable(name) : null);
    }

    @Override
    public void invalidate() {
        kept.invalidate();
    }
}

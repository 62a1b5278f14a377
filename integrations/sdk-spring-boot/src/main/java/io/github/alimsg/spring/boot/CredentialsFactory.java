package io.github.alimsg.spring.boot;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Creates credentials from properties. What is empty is not set; what is half set is refused. */
final class CredentialsFactory {
    private static final String CHAIN = "the default chain";
    private static final String STS = "io.github.alimsg.sts.StsClient";

    private final ObjectProvider<ClientSetup> setup;
    private final Environment environment;
    private final @Nullable ClassLoader classLoader;

    /**
     * A factory.
     *
     * @param setup configures the client that assumes roles
     * @param environment has the folder with the files of profiles
     * @param loader has the modules of the application
     */
    CredentialsFactory(ObjectProvider<ClientSetup> setup, Environment environment, ResourceLoader loader) {
        this.setup = setup;
        this.environment = environment;
        this.classLoader = loader.getClassLoader();
    }

    /** Creates the credentials of the main account. */
    static ConfiguredCredentials ofMainAccount(CredentialsFactory factory, Environment environment) {
        return factory.create(CredentialsProperties.PREFIX, CredentialsProperties.of(environment), null);
    }

    /** Whether anything is set. */
    static boolean isSet(CredentialsProperties p) {
        return hasKey(p) || isSet(p.getProfile()) || isSet(p.getEcsRole()) || hasRole(p.getRole());
    }

    /**
     * Creates the credentials of an account.
     *
     * @param prefix how the properties begin, for messages
     * @param p the properties; something is set
     * @param account the account's name; null for the main one
     */
    ConfiguredCredentials create(String prefix, CredentialsProperties p, @Nullable String account) {
        String what = source(prefix, p);
        RoleProperties role = p.getRole();
        if (!hasRole(role)) {
            return new ConfiguredCredentials(what, provider(prefix, p), () -> {});
        }
        if (!isSet(role.getArn())) {
            throw new AlimsgConfigurationException(
                    "Of a role to assume, " + prefix + ".role.arn is not set.",
                    "Set it, or remove the other properties that begin with " + prefix + ".role.");
        }
        if (!ClassUtils.isPresent(STS, classLoader)) {
            throw new AlimsgConfigurationException(
                    prefix + ".role.arn is set, but the module that assumes roles is missing.",
                    "Add io.github.alimsg:sdk-sts to the application's dependencies.");
        }
        boolean oidc = isSet(role.getOidcProviderArn()) || isSet(role.getOidcTokenFile());
        if (oidc && !(isSet(role.getOidcProviderArn()) && isSet(role.getOidcTokenFile()))) {
            throw new AlimsgConfigurationException(
                    "Of " + prefix + ".role.oidc-provider-arn and .oidc-token-file, only one is set.", "Set both.");
        }
        if (oidc && !what.equals(CHAIN)) {
            throw new AlimsgConfigurationException(
                    prefix + " has both an OIDC token and other credentials to assume the role with.",
                    "Remove one of them.");
        }
        return oidc
                ? AssumedRole.withToken(role, setup.getObject(), account)
                : AssumedRole.with(provider(prefix, p), what, role, setup.getObject(), account);
    }

    /** Says which source is set, and refuses several. */
    private static String source(String prefix, CredentialsProperties p) {
        List<String> sources = new ArrayList<>();
        if (hasKey(p)) {
            sources.add("access key in " + prefix);
        }
        if (isSet(p.getProfile())) {
            sources.add(prefix + ".profile");
        }
        if (isSet(p.getEcsRole())) {
            sources.add(prefix + ".ecs-role");
        }
        if (sources.size() > 1) {
            throw new AlimsgConfigurationException(
                    "There are several credentials: " + String.join(", ", sources) + ".", "Set only one of them.");
        }
        return sources.isEmpty() ? CHAIN : sources.get(0);
    }

    private CredentialsProvider provider(String prefix, CredentialsProperties p) {
        String profile = p.getProfile();
        if (hasKey(p)) {
            return key(prefix, p);
        }
        if (isSet(profile)) {
            Path home = Path.of(environment.getProperty("user.home", ""));
            return CredentialsProviders.cached(CredentialsProviders.chain(
                    CredentialsProviders.cliConfig(home.resolve(".aliyun/config.json"), profile),
                    CredentialsProviders.credentialsFile(home.resolve(".alibabacloud/credentials.ini"), profile)));
        }
        return isSet(p.getEcsRole())
                ? CredentialsProviders.ecsRole(p.getEcsRole())
                : CredentialsProviders.defaultChain();
    }

    private static CredentialsProvider key(String prefix, CredentialsProperties p) {
        String id = p.getAccessKeyId();
        String secret = p.getAccessKeySecret();
        if (id == null || secret == null || id.isEmpty() || secret.isEmpty()) {
            throw new AlimsgConfigurationException(
                    "The access key in " + prefix + " is half set: "
                            + (isSet(id) ? "access-key-secret" : "access-key-id") + " is missing.",
                    "Set both access-key-id and access-key-secret, or neither.");
        }
        String token = p.getSecurityToken();
        try {
            return CredentialsProviders.fixed(
                    token == null || token.isEmpty()
                            ? Credentials.of(id, secret)
                            : Credentials.temporary(id, secret, token, null));
        } catch (IllegalArgumentException e) {
            throw new AlimsgConfigurationException(
                    "The access key in " + prefix + " has a space, a line break or a character outside ASCII.",
                    "Copy it again.");
        }
    }

    private static boolean hasKey(CredentialsProperties p) {
        return isSet(p.getAccessKeyId()) || isSet(p.getAccessKeySecret()) || isSet(p.getSecurityToken());
    }

    private static boolean hasRole(RoleProperties role) {
        return role.getDuration() != null
                || Stream.of(
                                role.getArn(),
                                role.getSessionName(),
                                role.getExternalId(),
                                role.getPolicy(),
                                role.getOidcProviderArn(),
                                role.getOidcTokenFile())
                        .anyMatch(CredentialsFactory::isSet);
    }

    private static boolean isSet(@Nullable String value) {
        return StringUtils.hasLength(value);
    }
}

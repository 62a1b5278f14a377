package io.github.alimsg.core.credentials;

import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.core.time.TimeSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The sources of credentials, with the same places and names as the vendor's tools. */
public final class CredentialsProviders {
    private CredentialsProviders() {}

    /**
     * Returns a provider of fixed credentials.
     *
     * @param credentials the credentials
     * @return a provider of them
     */
    public static CredentialsProvider fixed(Credentials credentials) {
        Objects.requireNonNull(credentials);
        return () -> credentials;
    }

    /**
     * Returns a provider of a permanent access key.
     *
     * @param accessKeyId the key's id
     * @param accessKeySecret the key's secret
     * @return a provider of it
     */
    public static CredentialsProvider fixed(String accessKeyId, String accessKeySecret) {
        return fixed(Credentials.of(accessKeyId, accessKeySecret));
    }

    /**
     * {@return the system properties {@code alibabacloud.accessKeyId}, {@code alibabacloud.accessKeySecret}
     * (formerly {@code alibabacloud.accessKeyIdSecret}) and {@code alibabacloud.sessionToken}}
     */
    public static CredentialsProvider systemProperties() {
        return new SystemPropertyCredentials(CredentialsEnvironment.PROCESS);
    }

    /**
     * {@return the environment variables {@code ALIBABA_CLOUD_ACCESS_KEY_ID}, {@code
     * ALIBABA_CLOUD_ACCESS_KEY_SECRET} and {@code ALIBABA_CLOUD_SECURITY_TOKEN}}
     */
    public static CredentialsProvider environment() {
        return new EnvironmentCredentials(CredentialsEnvironment.PROCESS);
    }

    /**
     * {@return the RAM role {@code ALIBABA_CLOUD_ROLE_ARN}, assumed with the OIDC token in {@code
     * ALIBABA_CLOUD_OIDC_TOKEN_FILE} that the provider {@code ALIBABA_CLOUD_OIDC_PROVIDER_ARN} issued} The session's
     * name is {@code ALIBABA_CLOUD_ROLE_SESSION_NAME}. Needs {@code io.github.alimsg:sdk-sts}.
     */
    public static CredentialsProvider oidcEnvironment() {
        return new OidcEnvironment(CredentialsEnvironment.PROCESS);
    }

    /**
     * Returns the RAM role that is attached to this ECS instance, from the metadata service at {@code 100.100.100.200},
     * cached by {@link #cached(CredentialsProvider)}. Asks for a token first and continues without one where there is
     * none, unless {@code ALIBABA_CLOUD_IMDSV1_DISABLED=true}. Switched off by {@code
     * ALIBABA_CLOUD_ECS_METADATA_DISABLED=true}.
     *
     * @param roleName the role's name; null for {@code ALIBABA_CLOUD_ECS_METADATA}, else whichever role is attached
     * @return a provider of it
     */
    public static CredentialsProvider ecsRole(@Nullable String roleName) {
        return cached(EcsRoleCredentials.of(CredentialsEnvironment.PROCESS, roleName));
    }

    /**
     * {@return the credentials that a helper next to the application serves at {@code ALIBABA_CLOUD_CREDENTIALS_URI},
     * cached by {@link #cached(CredentialsProvider)}}
     *
     * @see #credentialsUri(URI)
     */
    public static CredentialsProvider credentialsUri() {
        return cached(UriCredentials.of(CredentialsEnvironment.PROCESS.variable(UriCredentials.VARIABLE)));
    }

    /**
     * Returns the credentials that a helper next to the application serves, cached by {@link
     * #cached(CredentialsProvider)}. It replies to a GET with JSON that has {@code AccessKeyId}, {@code
     * AccessKeySecret}, {@code SecurityToken} and {@code Expiration}.
     *
     * @param uri {@code https} anywhere; {@code http} only at {@code localhost} and private addresses
     * @return a provider of it
     * @throws IllegalArgumentException when it is anything else
     */
    public static CredentialsProvider credentialsUri(URI uri) {
        return cached(UriCredentials.of(UriCredentials.allowed(uri.toString()).toString()));
    }

    /**
     * {@return the file {@code ~/.alibabacloud/credentials.ini} or {@code ALIBABA_CLOUD_CREDENTIALS_FILE}, in it
     * the section {@code ALIBABA_CLOUD_PROFILE} or {@code default}, with {@code type} {@code access_key}, {@code
     * sts}, {@code ram_role_arn}, {@code oidc_role_arn} or {@code ecs_ram_role}}
     * What these variables name must exist: a chain does not look further. A profile may be in {@link #cliConfig()}
     * instead.
     */
    public static CredentialsProvider credentialsFile() {
        return CredentialsFile.of(CredentialsEnvironment.PROCESS);
    }

    /**
     * Returns a profile of a credentials file. A chain skips one that does not exist.
     *
     * @param file the file, in the form of {@code credentials.ini}
     * @param profile the section's name; null for {@code default}
     * @return a provider that reads it each time it is asked
     */
    public static CredentialsProvider credentialsFile(Path file, @Nullable String profile) {
        return new CredentialsFile(file, profile);
    }

    /**
     * {@return the vendor's command line: {@code ~/.aliyun/config.json}, in it the profile {@code
     * ALIBABA_CLOUD_PROFILE} or the current one, with the mode {@code AK}, {@code StsToken}, {@code RamRoleArn},
     * {@code ChainableRamRoleArn}, {@code OIDC}, {@code EcsRamRole} or {@code CredentialsURI}} Switched off by {@code
     * ALIBABA_CLOUD_CLI_PROFILE_DISABLED=true}. A profile that the variable names must be there or in {@link
     * #credentialsFile()}: a chain does not look further.
     */
    public static CredentialsProvider cliConfig() {
        return CliConfigFile.of(CredentialsEnvironment.PROCESS);
    }

    /**
     * Returns a profile from a configuration file of the vendor's command line. A chain skips one that does not exist.
     *
     * @param file the file, in the form of {@code config.json}
     * @param profile the profile's name; null for the file's current one
     * @return a provider that reads it each time it is asked
     */
    public static CredentialsProvider cliConfig(Path file, @Nullable String profile) {
        return new CliConfigFile(file, profile);
    }

    /**
     * Returns the credentials of the first provider that has any. A provider that is misconfigured ends the search with
     * its exception: signing with another identity would be no remedy.
     *
     * @param providers in the order to ask
     * @return a provider that asks them
     */
    public static CredentialsProvider chain(CredentialsProvider... providers) {
        return new ChainedCredentials(List.of(providers));
    }

    /**
     * Caches the credentials of a provider: until shortly before they expire, or for five minutes if they do not. One
     * of the calling threads renews them ahead of time while the others continue with the valid ones. When renewing
     * fails, they are used as long as they are valid.
     *
     * @param provider the provider to ask
     * @return a provider that caches
     */
    public static CredentialsProvider cached(CredentialsProvider provider) {
        return cached(provider, TimeSource.system());
    }

    /**
     * Caches the credentials of a provider.
     *
     * @param provider the provider to ask
     * @param time the clock
     * @return a provider that caches
     * @see #cached(CredentialsProvider)
     */
    public static CredentialsProvider cached(CredentialsProvider provider, TimeSource time) {
        return new CachedCredentials(
                provider, time, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * {@return the chain that a client uses by default: system properties, environment, OIDC in the environment, the
     * command line's configuration, the credentials file, the role of the ECS instance, the credentials URI, in this
     * order, cached by {@link #cached(CredentialsProvider)}}
     */
    public static CredentialsProvider defaultChain() {
        return cached(chain(CredentialsEnvironment.PROCESS));
    }

    /**
     * Returns the default chain over a transport, which carries calls to STS and credentials URIs by {@code https}. A
     * client's own default chain uses the client's transport in this way.
     *
     * @param transport the transport; closing it remains your responsibility
     * @return the chain
     * @see #defaultChain()
     */
    public static CredentialsProvider defaultChain(HttpTransport transport) {
        return cached(chain(CredentialsEnvironment.PROCESS.over(transport)));
    }

    static CredentialsProvider chain(CredentialsEnvironment environment) {
        return chain(
                new SystemPropertyCredentials(environment),
                new EnvironmentCredentials(environment),
                new OidcEnvironment(environment),
                CliConfigFile.of(environment),
                CredentialsFile.of(environment),
                EcsRoleCredentials.of(environment, null),
                UriCredentials.of(environment.variable(UriCredentials.VARIABLE), environment));
    }
}

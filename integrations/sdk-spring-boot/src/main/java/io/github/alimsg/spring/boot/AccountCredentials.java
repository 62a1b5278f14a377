package io.github.alimsg.spring.boot;

import io.github.alimsg.core.credentials.CredentialsProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;

/**
 * The credentials of the main account and of further ones. Connection details beat beans, and beans beat properties. A
 * further account never signs with the credentials of the main one.
 */
final class AccountCredentials implements AutoCloseable {
    private final AlimsgProperties properties;
    private final ListableBeanFactory beans;
    private final CredentialsFactory factory;
    private final Map<String, ConfiguredCredentials> accounts = new ConcurrentHashMap<>();

    AccountCredentials(AlimsgProperties properties, ListableBeanFactory beans, CredentialsFactory factory) {
        this.properties = properties;
        this.beans = beans;
        this.factory = factory;
    }

    /**
     * Returns what a client signs with.
     *
     * @param account the account's name; null for the main one
     * @return the provider; null for the client's own default chain
     */
    @Nullable
    CredentialsProvider provider(@Nullable String account) {
        AlimsgConnectionDetails details =
                beans.getBeanProvider(AlimsgConnectionDetails.class).getIfAvailable();
        if (details != null) {
            CredentialsProvider provider = details.credentials();
            return new ConfiguredCredentials("connection details", provider, () -> {});
        }
        return account == null
                ? beans.getBeanProvider(CredentialsProvider.class).getIfAvailable()
                : further(account);
    }

    private CredentialsProvider further(String account) {
        for (String name : beans.getBeanNamesForType(CredentialsProvider.class)) {
            if (BeanFactoryAnnotationUtils.isQualifierMatch(account::equals, name, beans)) {
                return beans.getBean(name, CredentialsProvider.class);
            }
        }
        return accounts.computeIfAbsent(account, this::configured);
    }

    private ConfiguredCredentials configured(String account) {
        AccountProperties own = properties.getAccounts().get(account);
        String prefix = "alimsg.accounts." + account + ".credentials";
        if (own == null || !CredentialsFactory.isSet(own.getCredentials())) {
            throw new AlimsgConfigurationException(
                    "The account " + account + " has no credentials.",
                    "Set " + prefix
                            + ".access-key-id and .access-key-secret, .profile, .ecs-role or .role.arn; or make a"
                            + " bean of type CredentialsProvider with this name as qualifier. Those of the main account"
                            + " are not used.");
        }
        return factory.create(prefix, own.getCredentials(), account);
    }

    /** Says where credentials come from, without any key. */
    static String describe(@Nullable CredentialsProvider provider) {
        if (provider == null) {
            return "the default chain";
        }
        return provider instanceof ConfiguredCredentials
                ? provider.toString()
                : "bean of class " + provider.getClass().getName();
    }

    @Override
    public void close() {
        accounts.values().forEach(ConfiguredCredentials::close);
    }
}

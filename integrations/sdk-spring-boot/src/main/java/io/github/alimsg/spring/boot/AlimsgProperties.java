package io.github.alimsg.spring.boot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings of all clients, and of those of one account. */
@ConfigurationProperties("alimsg")
final class AlimsgProperties extends AccountProperties {
    /** Further accounts by name. Each has clients of its own, which are injected by that name as qualifier. */
    private final Map<String, AccountProperties> accounts = new LinkedHashMap<>();

    public Map<String, AccountProperties> getAccounts() {
        return accounts;
    }
}

package io.github.alimsg.spring.boot.health;

import io.github.alimsg.core.SdkClient;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Hides keys and the path of receipts in the actuator's endpoints, even where an application shows all other values. */
@AutoConfiguration
@ConditionalOnClass({SdkClient.class, SanitizingFunction.class})
public final class AlimsgSanitizingAutoConfiguration {
    private static final Pattern OTHER_CHARACTER = Pattern.compile("[^a-z0-9]");

    private static final List<String> SECRETS =
            List.of("accesskeyid", "accesskeysecret", "securitytoken", "password", "secret", "receiptspath");

    AlimsgSanitizingAutoConfiguration() {}

    @Bean
    @Order(0)
    SanitizingFunction alimsgSanitizingFunction() {
        return data -> isSecret(data.getKey()) ? data.withValue(SanitizableData.SANITIZED_VALUE) : data;
    }

    private static boolean isSecret(String key) {
        String name = OTHER_CHARACTER.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
        return (name.startsWith("alimsg") || name.startsWith("alibabacloud"))
                && SECRETS.stream().anyMatch(name::contains);
    }
}

package io.github.alimsg.spring.boot;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Applications with the auto-configuration. */
final class Boot {
    static final String ENDPOINT = "https://127.0.0.1:1";

    private Boot() {}

    /** An application without any setting. */
    static ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(AlimsgClientsAutoConfiguration.class));
    }
}

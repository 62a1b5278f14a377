package io.github.alimsg.spring.boot.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings of health. */
@ConfigurationProperties("alimsg.health")
final class HealthProperties {
    /** Whether health makes a call that reads with each client in use. Calls are limited for an account. */
    private boolean call;

    /** Longest time for such a call. */
    private Duration timeout = Duration.ofSeconds(5);

    public boolean isCall() {
        return call;
    }

    public void setCall(boolean call) {
        this.call = call;
    }

    public Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }
}

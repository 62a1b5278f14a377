package io.github.alimsg.core;

import io.github.alimsg.core.internal.environment.ConnectionVariables;
import io.github.alimsg.core.internal.environment.Environment;
import io.github.alimsg.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes a builder from environment variables. What the application set stays; nothing here repeats sends, switches
 * on the replay guard, or weakens TLS.
 */
final class EnvironmentSettings {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,8})(ms|s|m|h)");
    private static final int MAX_ATTEMPTS = 10;
    private static final int MAX_CONNECTIONS = 999_999;

    private final Environment environment;
    private final ClientBuilder<?> builder;

    EnvironmentSettings(Environment environment, ClientBuilder<?> builder) {
        this.environment = environment;
        this.builder = builder;
    }

    /** Sets everything that a variable names and the application did not set. */
    void apply() {
        set(
                "endpoint",
                "ALIMSG_ENDPOINT_URL",
                "https://host or https://host:port; http is only for this machine",
                builder::endpoint);
        String time = "a number with a unit: 500ms, 20s, 2m; from a millisecond to a day";
        set("timeout", "ALIMSG_TIMEOUT", time, value -> builder.timeout(duration(value)));
        set("connectTimeout", "ALIMSG_CONNECT_TIMEOUT", time, value -> builder.connectTimeout(duration(value)));
        set("readTimeout", "ALIMSG_READ_TIMEOUT", time, value -> builder.readTimeout(duration(value)));
        set(
                "retryPolicy",
                "ALIMSG_MAX_ATTEMPTS",
                "a number from 1 to 10",
                value -> builder.retryPolicy(RetryPolicy.builder()
                        .maxAttempts(number(value, MAX_ATTEMPTS))
                        .build()));
        set("pacing", "ALIMSG_PACING", "true or false", value -> builder.pacing(isTrue(value)));
        set(
                "applicationId",
                "ALIMSG_APPLICATION_ID",
                "1 to 50 letters, digits, dots, dashes and underscores",
                builder::applicationId);
        if (builder.transport() == null) {
            applyToConnections();
        }
    }

    private void applyToConnections() {
        set(
                "maxConnections",
                "ALIMSG_MAX_CONNECTIONS",
                "a number from 1 to 999999",
                value -> builder.maxConnections(number(value, MAX_CONNECTIONS)));
        var variables = new ConnectionVariables(environment);
        String proxy = variables.proxyVariable();
        if (proxy != null && isOpen("proxy")) {
            from(proxy, () -> builder.proxy(Objects.requireNonNull(variables.proxy())));
        }
        if (environment.setting(ConnectionVariables.TRUST) != null && isOpen("trust")) {
            from(ConnectionVariables.TRUST, () -> builder.trust(Objects.requireNonNull(variables.trust())));
        }
    }

    private boolean isOpen(String setting) {
        return !ClientSettings.BUILDER.equals(builder.sources.get(setting));
    }

    /** Sets a value; if it is invalid, names the variable and does not quote it: it may be a misplaced secret. */
    private void set(String setting, String variable, String form, Consumer<String> setter) {
        String value = environment.setting(variable);
        if (value != null && isOpen(setting)) {
            try {
                from(variable, () -> setter.accept(value));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(variable + " must be " + form);
            }
        }
    }

    private void from(String variable, Runnable setter) {
        builder.source = variable;
        try {
            setter.run();
        } finally {
            builder.source = ClientSettings.BUILDER;
        }
    }

    private static Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException();
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** A number; the builder refuses one below 1. */
    private static int number(String value, int max) {
        int number = Integer.parseInt(value);
        if (number > max) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static boolean isTrue(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }
}

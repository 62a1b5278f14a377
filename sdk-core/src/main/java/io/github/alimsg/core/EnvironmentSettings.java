package io.github.alimsg.core;

import io.github.alimsg.core.internal.environment.ConnectionVariables;
import io.github.alimsg.core.internal.environment.Environment;
import io.github.alimsg.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
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
        set("endpoint", "ALIMSG_ENDPOINT_URL", "https://host or https://host:port; http is only for this machine");
        String time = "a number with a unit: 500ms, 20s, 2m; from a millisecond to a day";
        set("timeout", "ALIMSG_TIMEOUT", time);
        set("connectTimeout", "ALIMSG_CONNECT_TIMEOUT", time);
        set("readTimeout", "ALIMSG_READ_TIMEOUT", time);
        set("retryPolicy", "ALIMSG_MAX_ATTEMPTS", "a number from 1 to 10");
        set("pacing", "ALIMSG_PACING", "true or false");
        set("applicationId", "ALIMSG_APPLICATION_ID", "1 to 50 letters, digits, dots, dashes and underscores");
        if (builder.transport() == null) {
            set("maxConnections", "ALIMSG_MAX_CONNECTIONS", "a number from 1 to 999999");
            applyToConnections(new ConnectionVariables(environment));
        }
    }

    private void applyToConnections(ConnectionVariables variables) {
        try {
            String proxy = variables.proxyVariable();
            if (proxy != null && isOpen("proxy")) {
                builder.source = proxy;
                builder.proxy(Objects.requireNonNull(variables.proxy()));
            }
            if (environment.setting(ConnectionVariables.TRUST) != null && isOpen("trust")) {
                builder.source = ConnectionVariables.TRUST;
                builder.trust(Objects.requireNonNull(variables.trust()));
            }
        } finally {
            builder.source = ClientSettings.BUILDER;
        }
    }

    private boolean isOpen(String setting) {
        return !ClientSettings.BUILDER.equals(builder.sources.get(setting));
    }

    /** Sets a value; if it is invalid, names the variable and does not quote it: it may be a misplaced secret. */
    private void set(String setting, String variable, String form) {
        String value = environment.setting(variable);
        if (value != null && isOpen(setting)) {
            builder.source = variable;
            try {
                set(setting, value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(variable + " must be " + form);
            } finally {
                builder.source = ClientSettings.BUILDER;
            }
        }
    }

    /** A switch rather than a lambda for each, which would load a class each at every application's start. */
    private void set(String setting, String value) {
        switch (setting) {
            case "endpoint" -> builder.endpoint(value);
            case "timeout" -> builder.timeout(duration(value));
            case "connectTimeout" -> builder.connectTimeout(duration(value));
            case "readTimeout" -> builder.readTimeout(duration(value));
            case "retryPolicy" -> {
                int attempts = number(value, MAX_ATTEMPTS);
                builder.retryPolicy(RetryPolicy.builder().maxAttempts(attempts).build());
            }
            case "pacing" -> builder.pacing(isTrue(value));
            case "applicationId" -> builder.applicationId(value);
            case "maxConnections" -> builder.maxConnections(number(value, MAX_CONNECTIONS));
            default -> throw new AssertionError(setting);
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

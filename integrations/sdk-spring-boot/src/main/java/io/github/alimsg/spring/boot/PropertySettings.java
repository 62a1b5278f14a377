package io.github.alimsg.spring.boot;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.core.okhttp.HttpProxy;
import io.github.alimsg.core.retry.RetryPolicy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Applies properties to the builder of a client. */
final class PropertySettings {
    private static final String TIME = "a time from a millisecond to a day, such as 500ms, 20s or 2m";

    private final PropertyLevels levels;
    private final ClientBuilder<?> builder;
    private @Nullable HttpProxy proxy;

    PropertySettings(PropertyLevels levels, ClientBuilder<?> builder) {
        this.levels = levels;
        this.builder = builder;
    }

    void apply() {
        levels.set("region", ClientProperties::getRegion, builder::region, "a region id, such as ap-southeast-1");
        levels.set(
                "endpoint",
                ClientProperties::getEndpoint,
                value -> builder.endpoint(value),
                "https://host or https://host:port and nothing more; http is only for this machine");
        levels.set("network", ClientProperties::getNetwork, builder::network, "public or vpc");
        levels.set("signature", ClientProperties::getSignature, builder::signature, "a signature");
        levels.set(
                "max-reply-size",
                ClientProperties::getMaxReplySize,
                size -> builder.maxReplyBytes(size.toBytes()),
                "a size from 1B to 2GB");
        levels.set("pacing", ClientProperties::getPacing, builder::pacing, "true or false");
        levels.set("lane", ClientProperties::getLane, builder::lane, "standard or bulk");
        levels.set(
                "max-connections", ClientProperties::getMaxConnections, builder::maxConnections, "a number from 1 on");
        levels.set("replay-guard", ClientProperties::getReplayGuard, builder::replayGuard, "true or false");
        applyRetry();
        applyConnection();
    }

    /** Applies what says how to reach a service, whichever it is. */
    void applyConnection() {
        levels.set("timeout", ClientProperties::getTimeout, builder::timeout, TIME);
        levels.set("connect-timeout", ClientProperties::getConnectTimeout, builder::connectTimeout, TIME);
        levels.set("read-timeout", ClientProperties::getReadTimeout, builder::readTimeout, TIME);
        levels.set(
                "application-id",
                ClientProperties::getApplicationId,
                builder::applicationId,
                "1 to 50 letters, digits, dots, dashes and underscores");
        levels.set("trust", ClientProperties::getTrust, file -> builder.trust(Path.of(file)), "the path of a file");
        applyProxy();
    }

    private void applyRetry() {
        RetryPolicy.Builder retry = RetryPolicy.builder();
        levels.set(
                "retry.max-attempts",
                properties -> properties.getRetry().getMaxAttempts(),
                retry::maxAttempts,
                "a number from 1 on");
        levels.set(
                "retry.repeat-harmless-writes",
                properties -> properties.getRetry().getRepeatHarmlessWrites(),
                retry::repeatHarmlessWrites,
                "true or false");
        if (levels.find(properties -> properties.getRetry().getMaxAttempts()) != null
                || levels.find(properties -> properties.getRetry().getRepeatHarmlessWrites()) != null) {
            builder.retryPolicy(retry.build());
        }
    }

    private void applyProxy() {
        levels.set(
                "proxy.url",
                properties -> properties.getProxy().getUrl(),
                url -> proxy = HttpProxy.of(url),
                "http://host:port, with the login in proxy.user and proxy.password");
        levels.set(
                "proxy.user",
                properties -> properties.getProxy().getUser(),
                user -> proxy = proxy().login(user, password()),
                "a name without a colon, and set proxy.url and proxy.password, too");
        levels.set(
                "proxy.not-for",
                properties -> properties.getProxy().getNotFor(),
                hosts -> proxy = proxy().notFor(hosts.toArray(String[]::new)),
                "hosts such as example.com and *.internal, without scheme and port, and set proxy.url, too");
        if (proxy != null) {
            builder.proxy(proxy);
        }
    }

    private HttpProxy proxy() {
        if (proxy == null) {
            throw new IllegalArgumentException();
        }
        return proxy;
    }

    private String password() {
        String password = levels.find(properties -> properties.getProxy().getPassword());
        if (password == null) {
            throw new IllegalArgumentException();
        }
        return password;
    }
}

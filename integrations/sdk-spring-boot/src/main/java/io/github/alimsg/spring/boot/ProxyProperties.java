package io.github.alimsg.spring.boot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A proxy. */
final class ProxyProperties {
    /** Address of the proxy, as http://host:port. */
    private @Nullable String url;

    /** User of the proxy. */
    private @Nullable String user;

    /** Password of the proxy. */
    private @Nullable String password;

    /** Hosts to call directly, such as *.internal. */
    private @Nullable List<String> notFor;

    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable List<String> getNotFor() {
        return notFor;
    }

    public void setNotFor(@Nullable List<String> notFor) {
        this.notFor = notFor;
    }
}

package io.github.alimsg.inbox;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.inbox.api.Webhooks;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the program runs.
 *
 * @param apiPort where SDKs send to; 0 for any port
 * @param pagePort where the page is; 0 for any port
 * @param webhooks where receipts go, and when
 * @param webhookHosts other hosts that receipts may go to
 * @param skew how far the fake's clock is ahead
 * @param limits whether documented limits are enforced
 * @param keep the file that messages are kept in; null for memory only
 * @param max how many messages are kept
 * @param bind the address to listen on
 * @param password the password of the page; null for none
 * @param keys the access keys that are accepted; the first is shown
 * @param templates a file with templates; null for none
 * @param tls whether SDKs speak TLS
 * @param open whether to open the page in a browser
 */
record Settings(
        int apiPort,
        int pagePort,
        Webhooks webhooks,
        List<String> webhookHosts,
        Duration skew,
        boolean limits,
        @Nullable Path keep,
        int max,
        InetAddress bind,
        @Nullable String password,
        List<Credentials> keys,
        @Nullable Path templates,
        boolean tls,
        boolean open) {
    static final int API_PORT = 8025;
    static final int PAGE_PORT = 8026;
    static final int MAX = 5000;

    /** Shows no secret. */
    @Override
    public String toString() {
        return "Settings[apiPort=" + apiPort + ", pagePort=" + pagePort + "]";
    }
}

package io.github.alimsg.core.okhttp;

import io.github.alimsg.core.internal.listener.Isolated;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Calls the event listener of an application's client, so that nothing it throws changes the exchange. OkHttp calls
 * listeners in the middle of its work: an exception would abort an exchange whose request has been sent, and replace
 * the failure that is reported. Events of queued calls are left out, since none of our calls is queued.
 */
final class IsolatedEventListener extends EventListener {
    private final EventListener listener;

    private IsolatedEventListener(EventListener listener) {
        this.listener = listener;
    }

    /** Creates the same listeners, isolated. */
    static Factory factory(Factory listeners) {
        return call -> {
            EventListener[] listener = {EventListener.NONE};
            Isolated.run(listeners, () -> listener[0] = listeners.create(call));
            return listener[0].equals(EventListener.NONE) ? listener[0] : new IsolatedEventListener(listener[0]);
        };
    }

    private void tell(Runnable event) {
        Isolated.run(listener, event);
    }

    @Override
    public void callStart(Call call) {
        tell(() -> listener.callStart(call));
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        tell(() -> listener.proxySelectStart(call, url));
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        tell(() -> listener.proxySelectEnd(call, url, proxies));
    }

    @Override
    public void dnsStart(Call call, String host) {
        tell(() -> listener.dnsStart(call, host));
    }

    @Override
    public void dnsEnd(Call call, String host, List<InetAddress> addresses) {
        tell(() -> listener.dnsEnd(call, host, addresses));
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        tell(() -> listener.connectStart(call, address, proxy));
    }

    @Override
    public void secureConnectStart(Call call) {
        tell(() -> listener.secureConnectStart(call));
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        tell(() -> listener.secureConnectEnd(call, handshake));
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        tell(() -> listener.connectEnd(call, address, proxy, protocol));
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        tell(() -> listener.connectFailed(call, address, proxy, protocol, failure));
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        tell(() -> listener.connectionAcquired(call, connection));
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        tell(() -> listener.connectionReleased(call, connection));
    }

    @Override
    public void requestHeadersStart(Call call) {
        tell(() -> listener.requestHeadersStart(call));
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        tell(() -> listener.requestHeadersEnd(call, request));
    }

    @Override
    public void requestBodyStart(Call call) {
        tell(() -> listener.requestBodyStart(call));
    }

    @Override
    public void requestBodyEnd(Call call, long bytes) {
        tell(() -> listener.requestBodyEnd(call, bytes));
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        tell(() -> listener.requestFailed(call, failure));
    }

    @Override
    public void responseHeadersStart(Call call) {
        tell(() -> listener.responseHeadersStart(call));
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        tell(() -> listener.responseHeadersEnd(call, response));
    }

    @Override
    public void responseBodyStart(Call call) {
        tell(() -> listener.responseBodyStart(call));
    }

    @Override
    public void responseBodyEnd(Call call, long bytes) {
        tell(() -> listener.responseBodyEnd(call, bytes));
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        tell(() -> listener.responseFailed(call, failure));
    }

    @Override
    public void callEnd(Call call) {
        tell(() -> listener.callEnd(call));
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        tell(() -> listener.callFailed(call, failure));
    }

    @Override
    public void canceled(Call call) {
        tell(() -> listener.canceled(call));
    }

    @Override
    public void satisfactionFailure(Call call, Response response) {
        tell(() -> listener.satisfactionFailure(call, response));
    }

    @Override
    public void cacheHit(Call call, Response response) {
        tell(() -> listener.cacheHit(call, response));
    }

    @Override
    public void cacheMiss(Call call) {
        tell(() -> listener.cacheMiss(call));
    }

    @Override
    public void cacheConditionalHit(Call call, Response response) {
        tell(() -> listener.cacheConditionalHit(call, response));
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retry) {
        tell(() -> listener.retryDecision(call, failure, retry));
    }

    @Override
    public void followUpDecision(Call call, Response response, @Nullable Request request) {
        tell(() -> listener.followUpDecision(call, response, request));
    }
}

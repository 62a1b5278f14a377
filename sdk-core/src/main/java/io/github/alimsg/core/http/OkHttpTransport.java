package io.github.alimsg.core.http;

import okhttp3.OkHttpClient;

/** Carries exchanges by OkHttp. */
public final class OkHttpTransport implements HttpTransport {
    private OkHttpTransport() {}

    /** A transport that shares an application's client. */
    public static OkHttpTransport sharing(OkHttpClient client) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HttpReply execute(HttpCall call) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

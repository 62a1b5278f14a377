package io.github.alimsg.core.okhttp;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Where OkHttp finds the end of a response: after the last byte that it reads when it gets them one by one. */
final class OkHttpsEnd {
    static final int NONE = -1;

    private OkHttpsEnd() {}

    private static final class Read extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Has OkHttp read a response.
     *
     * @param method the request's method
     * @param bytes the response, and what follows
     * @return how many bytes OkHttp has read; {@link #NONE} when it found a fault
     */
    static int of(String method, byte[] bytes) {
        var sockets = new ScriptedSockets(bytes, null);
        var consumed = new int[] {NONE};
        OkHttpClient client = new OkHttpClient.Builder()
                .socketFactory(sockets)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(chain -> {
                    try (Response response = chain.proceed(chain.request())) {
                        response.body().bytes();
                        consumed[0] = sockets.consumed;
                    }
                    throw new Read(); // before anything is done about the response
                })
                .build();
        Request.Builder request = new Request.Builder().url("http://127.0.0.1:9/");
        boolean withoutBody = method.equals("HEAD") || method.equals("GET");
        request.method(method, withoutBody ? null : RequestBody.create(new byte[0]));
        try {
            client.newCall(request.build()).execute().close();
        } catch (IOException e) {
            return consumed[0];
        } finally {
            client.connectionPool().evictAll();
        }
        throw new AssertionError("the interceptor throws");
    }
}

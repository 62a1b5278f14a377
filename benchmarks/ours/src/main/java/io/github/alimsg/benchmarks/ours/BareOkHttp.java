package io.github.alimsg.benchmarks.ours;

import io.github.alimsg.benchmarks.Contender;
import io.github.alimsg.benchmarks.Replies;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** OkHttp with {@link HandWritten}; with as many idle connections as our client keeps, so that no thread reconnects. */
public class BareOkHttp implements Contender {
    private static final byte[] NOTHING = {};

    @Override
    public Calls connect(int port) {
        return new Client(client(64), origin(port));
    }

    private static OkHttpClient client(int connections) {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(connections, 30, TimeUnit.SECONDS))
                .build();
    }

    /** Where the server is, for variants. */
    String origin(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Over TLS. */
    public static final class Tls extends BareOkHttp {
        @Override
        String origin(int port) {
            return "https://localhost:" + port;
        }
    }

    /** Over TLS, with as many connections as our client may have, and a bound for calls, so that no more are opened. */
    public static final class TlsBounded extends BareOkHttp {
        private static final int CONNECTIONS = 256;

        @Override
        public Calls connect(int port) {
            var bound = new Semaphore(CONNECTIONS, true);
            Calls calls = new Client(client(CONNECTIONS), "https://localhost:" + port);
            return new Calls() {
                @Override
                public String send(String outId) throws Exception {
                    bound.acquire();
                    try {
                        return calls.send(outId);
                    } finally {
                        bound.release();
                    }
                }

                @Override
                public int query() throws Exception {
                    bound.acquire();
                    try {
                        return calls.query();
                    } finally {
                        bound.release();
                    }
                }

                @Override
                public void close() throws Exception {
                    calls.close();
                }
            };
        }
    }

    @Override
    public Calls withoutNetwork() {
        var hand = new HandWritten("127.0.0.1:1", KEY_ID, SECRET);
        return new Calls() {
            @Override
            public String send(String outId) throws IOException {
                // The query and the headers are created and not used.
                HandWritten.Signed signed = hand.send(outId);
                String id = HandWritten.readSent(Replies.small()).bizId;
                return signed.authorization().isEmpty() ? "" : String.valueOf(id);
            }

            @Override
            public int query() throws IOException {
                HandWritten.Signed signed = hand.query();
                int size =
                        HandWritten.readDetails(Replies.sendDetails()).details.size();
                return signed.authorization().isEmpty() ? 0 : size;
            }
        };
    }

    private static final class Client implements Calls {
        private final OkHttpClient client;
        private final String url;
        private final HandWritten hand;

        Client(OkHttpClient client, String origin) {
            this.client = client;
            this.url = origin + "/?";
            this.hand = new HandWritten(origin.substring(origin.indexOf("//") + 2), KEY_ID, SECRET);
        }

        private byte[] call(String action, HandWritten.Signed signed) throws IOException {
            Request.Builder request = new Request.Builder()
                    .url(HttpUrl.get(url + signed.query()))
                    .post(RequestBody.create(NOTHING, null));
            List<String> headers = HandWritten.headers(action, signed);
            for (int i = 0; i < headers.size(); i += 2) {
                request.addHeader(headers.get(i), headers.get(i + 1));
            }
            try (Response response = client.newCall(request.build()).execute()) {
                ResponseBody body = response.body();
                if (response.code() != 200 || body == null) {
                    throw new IOException("HTTP " + response.code());
                }
                return body.bytes();
            }
        }

        @Override
        public String send(String outId) throws IOException {
            return String.valueOf(HandWritten.readSent(call("SendSms", hand.send(outId))).bizId);
        }

        @Override
        public int query() throws IOException {
            return HandWritten.readDetails(call("QuerySendDetails", hand.query()))
                    .details
                    .size();
        }

        @Override
        public void close() {
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }
    }
}

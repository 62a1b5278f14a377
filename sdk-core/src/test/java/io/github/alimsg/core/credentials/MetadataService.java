package io.github.alimsg.core.credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** Stands in for the metadata service of ECS: a machine with the role {@code messaging}, and a token for each request. */
final class MetadataService implements AutoCloseable {
    static final String TOKEN = "/latest/api/token";
    static final String ROLES = "/latest/meta-data/ram/security-credentials/";
    static final String END = "2026-01-02T09:04:05Z";

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    volatile boolean needsToken = true;

    MetadataService() {
        answer(TOKEN, 200, "fresh-token");
        answer(ROLES, 200, "messaging\n");
        answer(ROLES + "messaging", 200, credentials("STS.1", END));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                boolean allowed = !needsToken
                        || request.getTarget().equals(TOKEN)
                        || "fresh-token".equals(request.getHeaders().get("X-aliyun-ecs-metadata-token"));
                MockResponse answer = answers.get(request.getTarget());
                return allowed
                        ? answer == null ? new MockResponse.Builder().code(404).build() : answer
                        : new MockResponse.Builder().code(403).body("topsecret").build();
            }
        });
        try {
            server.start(InetAddress.getByName("127.0.0.1"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String credentials(String id, @Nullable String expiration) {
        return "{\"AccessKeyId\":\"" + id + "\",\"AccessKeySecret\":\"topsecret\",\"SecurityToken\":\"toptoken\","
                + (expiration == null ? "" : "\"Expiration\":\"" + expiration + "\",")
                + "\"LastUpdated\":\"2026-01-02T03:04:05Z\",\"Code\":\"Success\"}";
    }

    static Credentials expected(String id) {
        return Credentials.temporary(id, "topsecret", "toptoken", Instant.parse(END));
    }

    void answer(String path, int status, String body) {
        answers.put(path, new MockResponse.Builder().code(status).body(body).build());
    }

    void answer(String path, MockResponse answer) {
        answers.put(path, answer);
    }

    void stall(String path) {
        answers.put(
                path,
                new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** Method and path of each request so far. */
    List<String> asked() {
        return requests.stream().map(r -> r.getMethod() + " " + r.getTarget()).toList();
    }

    List<RecordedRequest> requests() {
        return requests;
    }

    /** An environment in which this is the metadata service. */
    CredentialsEnvironment with(Map<String, String> variables) {
        return new CredentialsEnvironment(variables::get, name -> null, () -> null, uri());
    }

    @Override
    public void close() {
        server.close();
    }
}

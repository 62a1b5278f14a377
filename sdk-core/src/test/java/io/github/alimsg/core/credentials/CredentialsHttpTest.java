package io.github.alimsg.core.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.internal.Together;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a metadata service that says nothing of closing a connection, and closes it after every reply. */
@Timeout(60)
class CredentialsHttpTest {
    private static final String TOKEN = "only-token";
    private static final int ROUNDS = 20;

    private final AtomicInteger withoutToken = new AtomicInteger();
    private ServerSocket server;

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        var serving = new Thread(this::answerUntilClosed, "metadata service");
        serving.setDaemon(true);
        serving.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void twoClientsThatStartTogetherBothGetHardenedCredentials() throws Exception {
        CredentialsEnvironment environment = new CredentialsEnvironment(
                name -> null, name -> null, () -> null, uri("")); // as on a machine in hardened mode
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(Together.run(
                            2,
                            () -> EcsRoleCredentials.of(environment, null)
                                    .credentials()
                                    .accessKeyId()))
                    .containsOnly("STS.1");
        }
        assertThat(withoutToken).hasValue(0);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    private void answerUntilClosed() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                answer(connection);
            } catch (IOException e) {
                // the client went away, or the test is over
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        List<String> head = new ArrayList<>();
        for (String line; (line = in.readLine()) != null && !line.isEmpty(); ) {
            head.add(line);
        }
        if (head.isEmpty()) {
            return;
        }
        String[] request = head.get(0).split(" ", -1);
        boolean allowed = head.stream().anyMatch(line -> line.equalsIgnoreCase("X-aliyun-ecs-metadata-token: " + TOKEN))
                || request[0].equals("PUT");
        if (!allowed) {
            withoutToken.incrementAndGet();
        }
        String body = bodies().getOrDefault(request[1], MetadataService.credentials("STS.1", null));
        String reply = "HTTP/1.1 " + (allowed ? "200 OK" : "403 Forbidden") + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        connection.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    private static Map<String, String> bodies() {
        return Map.of("/latest/api/token", TOKEN, MetadataService.ROLES, "messaging");
    }
}

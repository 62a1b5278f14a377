package io.github.alimsg.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.CredentialsProviders;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** With every log of every library and of the JDK switched on. */
@Isolated // switches on every log of the JVM
class CredentialsLogsTest {
    private static final String BODY = "{\"AccessKeyId\":\"STS.1\",\"AccessKeySecret\":\"topsecret\","
            + "\"SecurityToken\":\"toptoken\",\"Code\":\"Success\"}";

    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final Handler[] handlersBefore = root.getHandlers();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @BeforeEach
    void logEverything() {
        Arrays.stream(handlersBefore).forEach(root::removeHandler);
        root.addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new SimpleFormatter().format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void logAsBefore() {
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        Arrays.stream(handlersBefore).forEach(root::addHandler);
        root.setLevel(levelBefore);
    }

    @Test
    void queryOfTheCredentialsUriIsInNoLineOfAnyLog() {
        Logger.getLogger("any.logger").finest("captured");
        try (var helper = new SmallServer(connection -> {
            connection.receive();
            connection.answer("HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY);
        })) {
            var uri = URI.create(helper.endpoint() + "/credentials?key=toppassword");

            assertThat(CredentialsProviders.credentialsUri(uri).credentials().accessKeyId())
                    .isEqualTo("STS.1");
        }

        assertThat(lines)
                .anyMatch(line -> line.contains("captured"))
                .noneMatch(line -> line.contains("toppassword"))
                .noneMatch(line -> line.contains("topsecret") || line.contains("toptoken"));
    }
}

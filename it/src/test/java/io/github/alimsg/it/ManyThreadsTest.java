package io.github.alimsg.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.dysms.international.DysmsInternationalClient;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Load: nothing is lost, nothing is doubled, nothing stays behind. */
class ManyThreadsTest {
    private static final int CALLS = 10_000;
    private static final int THREADS = 200;

    @Test
    void tenThousandCallsFromTwoHundredThreadsArriveOnceEach() throws Exception {
        Set<String> before = threads();
        try (FakeCloud cloud = FakeCloud.start()) {
            cloud.when("SendMessageToGlobe").thenAnswer(ManyThreadsTest::echo);
            Set<String> answered = ConcurrentHashMap.newKeySet();
            DysmsInternationalClient sms =
                    cloud.configure(DysmsInternationalClient.builder()).build();
            ExecutorService pool = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                String number = Integer.toString(62_000_000 + i);
                calls.add(pool.submit(() -> answered.add(Objects.requireNonNull(
                        sms.sendMessageToGlobe(m -> m.to(number).message("hello"))
                                .messageId()))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            pool.shutdown();
            sms.close();

            List<String> arrived = cloud.received("SendMessageToGlobe").stream()
                    .map(call -> Objects.requireNonNull(call.parameter("To")))
                    .toList();
            assertThat(arrived).hasSize(CALLS).doesNotHaveDuplicates();
            assertThat(answered).containsExactlyInAnyOrderElementsOf(arrived);
        }
        assertThat(threads()).as("threads of the client").isSubsetOf(before);
    }

    @Test
    void closingLeavesNoConnectionBehind() {
        try (FakeCloud cloud = FakeCloud.start()) {
            var pool = new ConnectionPool();
            var http = new OkHttpClient.Builder().connectionPool(pool).build();
            DysmsInternationalClient sms = cloud.configure(DysmsInternationalClient.builder())
                    .httpClient(http)
                    .build();
            sms.sendMessageToGlobe(Clients.SEND);
            sms.close();
            assertThat(pool.connectionCount())
                    .as("the application's own pool is left alone")
                    .isEqualTo(1);
            pool.evictAll();
        }
    }

    private static Reply echo(ReceivedCall call) {
        return Reply.json("{\"ResponseCode\":\"OK\",\"MessageId\":\"" + call.parameter("To") + "\"}");
    }

    /** Names of live threads that only a client or its transport could have started. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("alimsg-async") || name.startsWith("OkHttp " + "127"))
                .collect(Collectors.toSet());
    }
}

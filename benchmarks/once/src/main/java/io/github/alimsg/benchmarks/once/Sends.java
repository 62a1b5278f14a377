package io.github.alimsg.benchmarks.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.alimsg.benchmarks.Samples;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.guard.SendGuard;
import io.github.alimsg.core.http.HttpRequest;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.core.http.HttpTransport;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends whose reply is there at once, so that nothing but our work and a store's is measured; a real service takes tens of
 * milliseconds. One thread.
 */
final class Sends {
    private static final int ROUNDS = 15;
    private static final int IN_ROUND = Integer.getInteger("sends", 1_000);

    /** How many sends a measurement makes. */
    static final int MEASURED = 2 * ROUNDS * IN_ROUND;

    private static final HttpResponse REPLY = new HttpResponse(
            200,
            List.of(),
            "{\"Code\":\"OK\",\"BizId\":\"900619746936498440^0\",\"RequestId\":\"F655A8D5\"}".getBytes(UTF_8));

    private Sends() {}

    private static final class Instantly implements HttpTransport {
        @Override
        public HttpResponse execute(HttpRequest request) {
            if (!request.mayLeave()) {
                throw new IllegalStateException("a machine this slow measures nothing");
            }
            return REPLY;
        }

        @Override
        public void close() {}
    }

    static DysmsMainlandClient.Builder builder() {
        return DysmsMainlandClient.builder()
                .credentials(CredentialsProviders.fixed("id", "secret"))
                .region("cn-hangzhou")
                .transport(new Instantly());
    }

    static DysmsMainlandClient client(@Nullable SendGuard guard) {
        DysmsMainlandClient.Builder builder = builder();
        if (guard != null) {
            builder.guard(guard);
        }
        return builder.build();
    }

    static SendSmsRequest request(int number) {
        return SendSmsRequest.builder()
                .phoneNumbers("1390000" + (1000 + number % 1000))
                .signName("Acme")
                .templateCode("SMS_1")
                .templateParam("{\"code\":\"" + number + "\"}")
                .build();
    }

    /** Sends in rounds, of which the first half warms up. Returns the median of the others, in microseconds a send. */
    static double measure(IntConsumer send) {
        return inTurn(send).get(0).median();
    }

    /**
     * Sends in rounds, each way of sending in turn, of which the first half warms up. Returns the others of each way, in
     * microseconds a send.
     */
    static List<Samples> inTurn(IntConsumer... ways) {
        List<Samples> samples = Arrays.stream(ways).map(way -> new Samples()).toList();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            for (int way = 0; way < ways.length; way++) {
                long began = System.nanoTime();
                for (int i = 0; i < IN_ROUND; i++) {
                    ways[way].accept(round * IN_ROUND + i);
                }
                if (round >= ROUNDS) {
                    samples.get(way).add((System.nanoTime() - began) / 1e3 / IN_ROUND);
                }
            }
        }
        return samples;
    }
}

package io.github.alimsg.benchmarks.sync;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.dysmsapi20170525.models.SendBatchSmsRequest;
import com.aliyun.dysmsapi20170525.models.SendBatchSmsResponse;
import com.aliyun.teaopenapi.models.Config;
import io.github.alimsg.benchmarks.Contender;
import io.github.alimsg.benchmarks.MassSend;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The vendor's client in a loop of threads: so many that they just can't exceed the rate, as calls take the distance at least.
 * It keeps no account.
 */
public final class VendorLoop implements MassSend {
    private final Client client;

    /** Creates the client, with its defaults. */
    public VendorLoop(int port) throws Exception {
        client = new Client(new Config()
                .setAccessKeyId(Contender.KEY_ID)
                .setAccessKeySecret(Contender.SECRET)
                .setProtocol("http")
                .setEndpoint("127.0.0.1:" + port));
    }

    @Override
    public long send(int recipients, int partsPerSecond) throws Exception {
        int threads = Math.max(1, partsPerSecond * DISTANCE / 1_000);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            var next = new AtomicInteger();
            List<Future<Integer>> sums = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                sums.add(executor.submit(() -> {
                    int accepted = 0;
                    for (int first; (first = next.getAndAdd(PART)) < recipients; ) {
                        accepted += sendPart(first, Math.min(recipients, first + PART));
                    }
                    return accepted;
                }));
            }
            long accepted = 0;
            for (Future<Integer> sum : sums) {
                accepted += sum.get();
            }
            return accepted;
        } finally {
            executor.shutdown();
        }
    }

    private int sendPart(int from, int to) throws Exception {
        List<String> numbers = new ArrayList<>();
        List<String> signs = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbers.add('"' + MassSend.number(i) + '"');
            signs.add("\"Acme\"");
            values.add("{\"parcel\":\"P" + i + "\"}");
        }
        SendBatchSmsResponse response = client.sendBatchSms(new SendBatchSmsRequest()
                .setPhoneNumberJson("[" + String.join(",", numbers) + "]")
                .setSignNameJson("[" + String.join(",", signs) + "]")
                .setTemplateCode("SMS_123456")
                .setTemplateParamJson("[" + String.join(",", values) + "]")
                .setOutId("parcels/" + from / PART));
        return response.getBody().getCode().equals("OK") ? to - from : 0;
    }
}

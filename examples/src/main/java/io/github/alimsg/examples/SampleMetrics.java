package io.github.alimsg.examples;

import io.github.alimsg.testing.ReceivedCall;
import io.github.alimsg.testing.Reply;
import java.time.Duration;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Makes up figures for a requested range; the same range always gives the same figures. */
final class SampleMetrics {
    private SampleMetrics() {}

    static Reply answer(ReceivedCall call) {
        long start = number(call, "Start");
        long end = number(call, "End");
        String granularity = Objects.requireNonNullElse(call.parameter("Granularity"), "DAILY");
        long step = (granularity.equals("HALF_HOUR") ? Duration.ofMinutes(30) : Duration.ofDays(1)).toMillis();
        var random = new SplittableRandom(start);
        var points = new StringJoiner(",", "[", "]");
        for (long from = start; from < end; from += step) {
            int sent = random.nextInt(200, 1200);
            int delivered = sent * random.nextInt(80, 100) / 100;
            points.add("""
                    {"Start":%d,"End":%d,"Granularity":"%s","PhoneNumber":"%s","SentCount":%d,"DeliveredCount":%d}""".formatted(from, from + step, granularity, call.parameter("PhoneNumber"), sent, delivered));
        }
        return Reply.json("""
                {"Code":"OK","Message":"None","RequestId":"608F9CCA-B5EB-3D72-8047-B25D6D75BDEC\\n","Data":%s}""".formatted(points));
    }

    private static long number(ReceivedCall call, String name) {
        return Long.parseLong(Objects.requireNonNull(call.parameter(name)));
    }
}

package io.github.alimsg.it.once;

import io.github.alimsg.core.batch.Batch;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.dysms.mainland.DysmsMainlandClient;
import io.github.alimsg.dysms.mainland.SmsRecipient;
import io.github.alimsg.once.campaign.Source;
import io.github.alimsg.testing.FakeCloud;
import io.github.alimsg.testing.ReceivedCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A campaign that tells customers of their parcels, and what the fake was sent of it. */
final class Parcels implements AutoCloseable {
    static final String OPERATION = "SendBatchSms";

    private static final Pattern NUMBER = Pattern.compile("1[0-9]{10}");

    final FakeCloud cloud;
    final DysmsMainlandClient sms;

    /**
     * Starts a fake and a client.
     *
     * @param time the clock of both
     */
    Parcels(TimeSource time) {
        this.cloud = FakeCloud.builder().timeSource(time).start();
        this.sms =
                cloud.configure(DysmsMainlandClient.builder().timeSource(time)).build();
    }

    @Override
    public void close() {
        sms.close();
        cloud.close();
    }

    Batch<SmsRecipient> batch() {
        return sms.batches().sendBatchSms(b -> b.templateCode("SMS_123456"));
    }

    static String number(int ordinal) {
        return "139" + (10_000_000 + ordinal);
    }

    static SmsRecipient recipient(int ordinal) {
        return SmsRecipient.of(number(ordinal), "Acme", Map.of("parcel", "P" + ordinal));
    }

    static Source<SmsRecipient> source(int size) {
        return source(size, Parcels::recipient);
    }

    /** Recipients that are made while they are read. */
    static Source<SmsRecipient> source(int size, Function<Integer, SmsRecipient> recipientOf) {
        return Source.iterable(
                () -> IntStream.range(0, size).mapToObj(recipientOf::apply).iterator());
    }

    static List<String> numbersOf(ReceivedCall call) {
        String json = call.parameters().getOrDefault("PhoneNumberJson", "");
        return NUMBER.matcher(json).results().map(MatchResult::group).toList();
    }

    /** Every number that arrived, as often as it did. */
    List<String> arrived() {
        List<String> all = new ArrayList<>();
        cloud.received(OPERATION).stream().filter(ReceivedCall::accepted).forEach(call -> all.addAll(numbersOf(call)));
        return all;
    }

    /** How often each number arrived. */
    Map<String, Integer> timesArrived() {
        Map<String, Integer> times = new HashMap<>();
        arrived().forEach(number -> times.merge(number, 1, Integer::sum));
        return times;
    }

    List<String> ownIds() {
        return cloud.received(OPERATION).stream()
                .map(call -> call.parameters().getOrDefault("OutId", ""))
                .toList();
    }
}

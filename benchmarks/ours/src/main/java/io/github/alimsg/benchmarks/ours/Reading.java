package io.github.alimsg.benchmarks.ours;

import io.github.alimsg.benchmarks.Replies;
import io.github.alimsg.core.http.HttpResponse;
import io.github.alimsg.dysms.mainland.model.GetRCSSignatureRequest;
import io.github.alimsg.dysms.mainland.model.QuerySendDetailsRequest;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading replies, compared with a hand-written streaming parser. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Reading {
    private final HttpResponse small = new HttpResponse(200, List.of(), Replies.small());
    private final HttpResponse large = new HttpResponse(200, List.of(), Replies.sendDetails());
    private final HttpResponse deep = new HttpResponse(200, List.of(), Replies.rcsSignature());

    /** Ours. */
    @Benchmark
    public Object smallOurs() {
        return Steps.read(SendSmsRequest.OPERATION, small);
    }

    /** By hand. */
    @Benchmark
    public Object smallHand() throws IOException {
        return HandWritten.readSent(small.body());
    }

    /** Ours. */
    @Benchmark
    public Object largeOurs() {
        return Steps.read(QuerySendDetailsRequest.OPERATION, large);
    }

    /** By hand. */
    @Benchmark
    public Object largeHand() throws IOException {
        return HandWritten.readDetails(large.body());
    }

    /** Ours. */
    @Benchmark
    public Object deepOurs() {
        return Steps.read(GetRCSSignatureRequest.OPERATION, deep);
    }

    /** By hand. */
    @Benchmark
    public Object deepHand() throws IOException {
        return HandWritten.readRcs(deep.body());
    }
}

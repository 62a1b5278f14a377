package io.github.alimsg.benchmarks;

import io.github.alimsg.benchmarks.Contender.Calls;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole calls on a transport that replies at once: writing, signing and reading. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WithoutNetwork {
    /** Class of the contender. */
    @Param("")
    public String contender = "";

    private Calls calls = new Nobody();

    private static final class Nobody implements Calls {
        @Override
        public String send(String outId) {
            return "";
        }

        @Override
        public int query() {
            return 0;
        }
    }

    /** Makes the client. */
    @Setup
    public void connect() throws Exception {
        calls = Contender.of(contender).withoutNetwork();
        if (!calls.send("order-1").equals(Replies.BIZ_ID) || calls.query() != Replies.ENTRIES) {
            throw new IllegalStateException("not the answer");
        }
    }

    /** SendSms. */
    @Benchmark
    public String small() throws Exception {
        return calls.send("order-100000");
    }

    /** QuerySendDetails. */
    @Benchmark
    public int large() throws Exception {
        return calls.query();
    }
}

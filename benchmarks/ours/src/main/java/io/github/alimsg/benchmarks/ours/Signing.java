package io.github.alimsg.benchmarks.ours;

import io.github.alimsg.benchmarks.Contender;
import io.github.alimsg.core.Signature;
import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.dysms.mainland.model.SendSmsRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writing the parameters of SendSms and signing them, compared with hand-written code. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Signing {
    private final HandWritten hand = new HandWritten("dysmsapi.aliyuncs.com", Contender.KEY_ID, Contender.SECRET);
    private final Steps acs3 = new Steps(Signature.ACS3_HMAC_SHA256, "dysmsapi.aliyuncs.com", "2017-05-25");
    private final Steps rpc = new Steps(Signature.RPC_1_0, "dysmsapi.aliyuncs.com", "2017-05-25");
    private final Credentials credentials = Credentials.of(Contender.KEY_ID, Contender.SECRET);
    private final SendSmsRequest request = SendSmsRequest.builder()
            .phoneNumbers("15900000001")
            .signName("阿里云短信测试")
            .templateCode("SMS_154950909")
            .templateParam("{\"code\":\"123456\"}")
            .smsUpExtendCode("90999")
            .outId("order-100000")
            .build();

    /** Ours: only the parameters. */
    @Benchmark
    public Object parametersAlone() {
        return acs3.write(SendSmsRequest.OPERATION, request);
    }

    /** Ours. */
    @Benchmark
    public Object acs3Ours() {
        return acs3.sign(SendSmsRequest.OPERATION, request, credentials);
    }

    /** By hand. */
    @Benchmark
    public Object acs3Hand() {
        return hand.send("order-100000");
    }

    /** Ours. */
    @Benchmark
    public Object rpcOurs() {
        return rpc.sign(SendSmsRequest.OPERATION, request, credentials);
    }

    /** By hand. */
    @Benchmark
    public Object rpcHand() {
        return hand.sendRpc("order-100000");
    }
}

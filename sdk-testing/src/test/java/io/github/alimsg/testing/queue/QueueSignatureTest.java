package io.github.alimsg.testing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.testing.gateway.WireRequest;
import java.util.List;
import java.util.TreeMap;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class QueueSignatureTest {
    /** From the vendor's page on signatures, which hides the last four characters. */
    @Test
    void theVendorsExampleHasTheVendorsSignature() {
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("date", "Thu, 09 Jul 2015 03:01:34 GMT");
        headers.put("host", "$AccountId.mns.cn-hangzhou.aliyuncs.com");
        headers.put("x-mns-version", "2015-06-06");
        WireRequest request =
                new WireRequest("GET", "/MyQueue", "/MyQueue", List.of(), List.of(), headers, ByteString.EMPTY);

        String toSign = QueueSignature.stringToSign(request);

        assertThat(toSign).isEqualTo("GET\n\n\nThu, 09 Jul 2015 03:01:34 GMT\nx-mns-version:2015-06-06\n/MyQueue");
        assertThat(QueueSignature.sign("TestAccessSecret", toSign)).isEqualTo("uwx3yeWoILzgmvesW0BQSgfM7b8=");
    }
}

package io.github.alimsg.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.internal.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests against signatures that were computed apart, by a short Python program that also arrives at the published
 * ones: {@code 26NBxoKdsyly4EDv6inkoDft/yA=} of the example for version 1, and the hash {@code c46d9639…} of the
 * canonical request in the example for version 4.
 */
class ObjectSignerTest {
    private static final Credentials STS =
            Credentials.temporary("STS.NTExample", "exampleSecret", "CAISexample+/token==", null);
    private static final Instant NOW = Instant.parse("2025-11-04T03:02:01.999Z");
    private static final String KEY = "C200293990209/条款 1+2.pdf";

    private static List<String> signed(@Nullable String region) {
        return ObjectSigner.put(STS, "chatapp-files", KEY, region, "application/pdf", NOW);
    }

    @Test
    void version1SignsByDateTokenAndPlainKey() {
        assertThat(signed(null))
                .containsExactly(
                        "Date",
                        "Tue, 04 Nov 2025 03:02:01 GMT",
                        "x-oss-security-token",
                        "CAISexample+/token==",
                        "Authorization",
                        "OSS STS.NTExample:tKoXrl07+oQYTi+erLQpfM5FVQE=");
    }

    @Test
    void version4SignsByRegionTokenAndEncodedKey() {
        assertThat(signed("ap-southeast-1"))
                .containsExactly(
                        "x-oss-content-sha256",
                        "UNSIGNED-PAYLOAD",
                        "x-oss-date",
                        "20251104T030201Z",
                        "x-oss-security-token",
                        "CAISexample+/token==",
                        "Authorization",
                        "OSS4-HMAC-SHA256 Credential=STS.NTExample/20251104/ap-southeast-1/oss/aliyun_v4_request,"
                                + "Signature=46f1fc01ad3de8c59f8d12b2193d5284539535e9629a3624918ec5d87c88b7fe");
    }

    static Stream<Surroundings> odd() {
        return Surroundings.odd();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void signaturesAreTheSameEverywhere(Surroundings surroundings) {
        surroundings.run(() -> {
            version1SignsByDateTokenAndPlainKey();
            version4SignsByRegionTokenAndEncodedKey();
        });
    }

    @Test
    void withoutATokenNoneIsSent() {
        Credentials lasting = Credentials.of("LTAI5tExample", "exampleSecret");

        assertThat(ObjectSigner.put(lasting, "b", "k", null, "t", NOW)).hasSize(4);
        assertThat(ObjectSigner.put(lasting, "b", "k", "r", "t", NOW)).hasSize(6);
    }
}

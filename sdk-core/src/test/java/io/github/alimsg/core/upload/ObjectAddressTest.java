package io.github.alimsg.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectAddressTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://oss.com,                                   b, https://b.oss.com,                              /,   -",
                "oss-cn-hangzhou.aliyuncs.com,                      b, https://b.oss-cn-hangzhou.aliyuncs.com,         /,   cn-hangzhou",
                "http://oss-ap-southeast-1.aliyuncs.com/,           b, https://b.oss-ap-southeast-1.aliyuncs.com,      /,   ap-southeast-1",
                "https://b.oss-cn-beijing-internal.aliyuncs.com,    b, https://b.oss-cn-beijing-internal.aliyuncs.com, /,   cn-beijing",
                "HTTPS://OSS-cn-hangzhou.AliyunCS.com,              b, https://b.oss-cn-hangzhou.aliyuncs.com,         /,   cn-hangzhou",
                "https://oss-accelerate.aliyuncs.com,               b, https://b.oss-accelerate.aliyuncs.com,          /,   -",
                "//oss-rg-china-mainland.aliyuncs.com,              b, https://b.oss-rg-china-mainland.aliyuncs.com,   /,   -",
                "https://alicom.oss-cn-zhangjiakou.aliyuncs.com,    -, https://alicom.oss-cn-zhangjiakou.aliyuncs.com, /,   cn-zhangjiakou",
                "https://files.example.com:8443,                    -, https://files.example.com:8443,                 /,   -",
                "http://10.0.0.1,                                   b, https://10.0.0.1,                               /b/, -",
                "http://127.0.0.1:80,                               b, https://127.0.0.1:80,                           /b/, -"
            })
    void everySpellingIsReadAndSpeaksHttps(
            String text, @Nullable String bucket, String origin, String path, @Nullable String region) {
        assertThat(ObjectAddress.of(text, bucket, false)).isEqualTo(new ObjectAddress(origin, path, region));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:80, http://127.0.0.1:80",
        "https://127.0.0.1:80, http://127.0.0.1:80",
        "http://localhost:80, http://localhost:80",
        "http://oss-cn-hangzhou.localhost, http://b.oss-cn-hangzhou.localhost",
        "http://oss-cn-hangzhou.aliyuncs.com, https://b.oss-cn-hangzhou.aliyuncs.com",
        "http://10.0.0.1, https://10.0.0.1"
    })
    void plainHttpIsForLoopbackOfClientsThatSpeakItThemselves(String text, String origin) {
        ObjectAddress address = ObjectAddress.of(text, "b", true);

        assertThat(Objects.requireNonNull(address).origin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "a b",
                "user@host",
                "host:port",
                "host:",
                "host:1234567",
                "[::1]",
                "hôst",
                "host%41",
                "a,b"
            })
    void anInvalidAddressIsNotRead(String text) {
        assertThat(ObjectAddress.of(text, null, false)).isNull();
    }

    @Test
    void aBucketIsAName() {
        assertThat(ObjectAddress.of("oss.com", "evil.com/", false)).isNull();
        assertThat(ObjectAddress.of("oss.com", "Upper", false)).isNull();
    }
}

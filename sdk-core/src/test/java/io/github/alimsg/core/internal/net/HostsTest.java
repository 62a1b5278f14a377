package io.github.alimsg.core.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.9.9.9", "[::1]", "[0:0:0:0:0:0:0:1]"})
    void thisMachineIsLoopback(String host) {
        assertThat(Hosts.isLoopback(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "localhost.example.com",
                "bucket.localhost",
                "127.0.0.1.example.com",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "10.0.0.1",
                "128.0.0.1",
                "[::2]",
                "[no address]"
            })
    void anythingElseIsNot(String host) {
        assertThat(Hosts.isLoopback(host)).isFalse();
    }
}

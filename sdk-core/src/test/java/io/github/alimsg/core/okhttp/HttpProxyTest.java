package io.github.alimsg.core.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyTest {
    private static final HttpProxy PROXY = HttpProxy.of("http://Proxy.corp:3128");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.corp:3128",
                "https://proxy.corp:3128",
                "socks5://proxy.corp",
                "http://user:secret@proxy.corp",
                "http://proxy.corp/secret",
                "http://proxy.corp?secret",
                "http://proxy.corp:0",
                "http://proxy.corp:70000",
                "http://",
                "http://a secret"
            })
    void anythingButAnAddressIsRefusedAndNotQuoted(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpProxy.of(url))
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "*, dysmsapi.aliyuncs.com, false",
        "aliyuncs.com, dysmsapi.aliyuncs.com, false",
        "aliyuncs.com, ALIYUNCS.com, false",
        "aliyuncs.com, notaliyuncs.com, true",
        "*.internal, sms.internal, false",
        ".internal, sms.internal, false",
        ".INTERNAL, sms.internal, false",
        "*.internal, internal, true",
        "other.example, dysmsapi.aliyuncs.com, true"
    })
    void exceptionsAreCalledDirectly(String exception, String host, boolean through) {
        assertThat(PROXY.notFor(exception).isFor(host)).isEqualTo(through);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://a", "a:443", "10.0.0.0/8", "a*", "*a", "a..b", "*.", "a b"})
    void exceptionIsAHost(String exception) {
        assertThatIllegalArgumentException().isThrownBy(() -> PROXY.notFor(exception));
    }

    @ParameterizedTest
    @CsvSource({
        "https://dysmsapi.aliyuncs.com/, HTTP",
        "http://dysmsapi.aliyuncs.com/, DIRECT",
        "https://localhost:8443/, DIRECT",
        "https://127.0.0.1/, DIRECT",
        "https://[::1]/, DIRECT"
    })
    void onlyTlsToOtherMachinesIsTunnelled(URI uri, Proxy.Type type) {
        assertThat(new TunnelProxy(PROXY).select(uri))
                .singleElement()
                .extracting(Proxy::type)
                .isEqualTo(type);
    }

    @Test
    void loginIsNeverShown() {
        assertThat(PROXY.login("the-user", "secret").notFor("a.example", "*.internal"))
                .hasToString("http://proxy.corp:3128 with a login, not for a.example *.internal");
        assertThat(PROXY).hasToString("http://proxy.corp:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b"})
    void userThatWouldBeReadAsAnotherIsRefused(String user) {
        assertThatIllegalArgumentException().isThrownBy(() -> PROXY.login(user, "secret"));
    }

    @Test
    void addressWithoutAPortIsPort80() {
        assertThat(HttpProxy.of("http://proxy.corp/").port()).isEqualTo(80);
        assertThat(HttpProxy.of("http://[::1]:3128").host()).isEqualTo("::1");
    }
}

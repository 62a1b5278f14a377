package io.github.alimsg.core.internal.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionVariablesTest {
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final ConnectionVariables connection =
            new ConnectionVariables(new Environment(variables::get, properties::get));

    @Test
    void upperCaseComesFirst() {
        variables.put("https_proxy", "http://lower:1");
        variables.put("no_proxy", "lower.example");
        assertThat(connection.proxy()).hasToString("http://lower:1, not for lower.example");

        variables.put("HTTPS_PROXY", "http://upper:1");
        variables.put("NO_PROXY", "upper.example");
        assertThat(connection.proxy()).hasToString("http://upper:1, not for upper.example");

        variables.put("HTTPS_PROXY", " ");
        assertThat(connection.proxy()).hasToString("http://lower:1, not for upper.example");
    }

    @Test
    void loginIsDecodedAndNotShown() {
        variables.put("HTTPS_PROXY", "http://user:p%40ss+%3A@proxy.corp:3128");

        assertThat(connection.proxy()).hasToString("http://proxy.corp:3128 with a login");
    }

    @Test
    void whatOtherProgramsMeanByNoProxyIsIgnored() {
        variables.put("HTTPS_PROXY", "http://proxy.corp:3128");
        variables.put("NO_PROXY", "localhost, 10.0.0.0/8 ,*.internal,host:8080,,[::1]");

        assertThat(connection.proxy()).hasToString("http://proxy.corp:3128, not for localhost *.internal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https.proxyHost", "socksProxyHost"})
    void proxyOfTheJvmComesFirst(String property) {
        variables.put("HTTPS_PROXY", "http://proxy.corp:3128");
        properties.put(property, "jvm.corp");

        assertThat(connection.proxyVariable()).isNull();
        assertThat(connection.proxy()).isNull();
    }

    @Test
    void nothingIsSetByDefault() {
        assertThat(connection.proxy()).isNull();
        assertThat(connection.trust()).isNull();
    }
}

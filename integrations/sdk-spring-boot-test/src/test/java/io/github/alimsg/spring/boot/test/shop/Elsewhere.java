package io.github.alimsg.spring.boot.test.shop;

import io.github.alimsg.core.ClientBuilder;
import io.github.alimsg.spring.boot.AlimsgClientCustomizer;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Points clients somewhere, as code for production may. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Elsewhere implements AlimsgClientCustomizer {
    @Override
    public void customize(ClientBuilder<?> builder) {
        builder.endpoint(URI.create("https://127.0.0.1:1")).applicationId("shop");
    }
}

package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.ReceiptResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The paths of receipts in an application with servlets. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(RouterFunction.class)
class MvcRoutes {
    @Bean
    RouterFunction<ServerResponse> alimsgReceiptRoutes(ReceiptDispatchers dispatchers, ReceiptProperties properties) {
        return of(dispatchers, properties.getPath());
    }

    private static RouterFunction<ServerResponse> of(ReceiptDispatchers dispatchers, @Nullable String base) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (String product : dispatchers.products()) {
            routes.route(
                    new Path(SecretPath.of(base, product)),
                    request -> response(dispatchers.handle(product, body(dispatchers, request))));
        }
        return routes.build();
    }

    private static byte[] body(ReceiptDispatchers dispatchers, ServerRequest request) throws IOException {
        return request.servletRequest().getInputStream().readNBytes(dispatchers.bytesToRead());
    }

    /** Written as it is, past the application's message converters. */
    private static ServerResponse response(ReceiptResponse receipt) {
        return ServerResponse.status(receipt.status())
                .header(HttpHeaders.CONTENT_TYPE, receipt.contentType())
                .build((request, response) -> {
                    response.getOutputStream().write(receipt.body());
                    return null;
                });
    }

    private static final class Path implements RequestPredicate {
        private final SecretPath path;
        private final PathPattern pattern;

        Path(SecretPath path) {
            this.path = path;
            this.pattern = PathPatternParser.defaultInstance.parse(path.toString());
        }

        @Override
        public boolean test(ServerRequest request) {
            boolean matches = request.method().equals(HttpMethod.POST)
                    && path.matches(
                            request.requestPath().pathWithinApplication().value());
            if (matches) {
                request.attributes().put(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, pattern);
            }
            return matches;
        }

        @Override
        public String toString() {
            return "POST " + path;
        }
    }
}

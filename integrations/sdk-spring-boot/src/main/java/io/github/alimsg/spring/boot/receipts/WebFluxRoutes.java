package io.github.alimsg.spring.boot.receipts;

import io.github.alimsg.receipts.ReceiptResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The paths of receipts in a reactive application. Handlers run on threads that may block. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(RouterFunction.class)
class WebFluxRoutes {
    @Bean
    RouterFunction<ServerResponse> alimsgReceiptRoutes(ReceiptDispatchers dispatchers, ReceiptProperties properties) {
        return of(dispatchers, properties.getPath());
    }

    private static RouterFunction<ServerResponse> of(ReceiptDispatchers dispatchers, @Nullable String base) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (String product : dispatchers.products()) {
            routes.route(
                    new Path(SecretPath.of(base, product)),
                    request -> body(dispatchers, request)
                            .flatMap(body -> handle(dispatchers, product, body))
                            .flatMap(WebFluxRoutes::response));
        }
        return routes.build();
    }

    private static Mono<byte[]> body(ReceiptDispatchers dispatchers, ServerRequest request) {
        var bounded = DataBufferUtils.takeUntilByteCount(
                request.exchange().getRequest().getBody(), dispatchers.bytesToRead());
        return DataBufferUtils.join(bounded)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }

    /** A handler that has begun is not interrupted when the service hangs up: what it stores stays whole. */
    private static Mono<ReceiptResponse> handle(ReceiptDispatchers dispatchers, String product, byte[] body) {
        return Mono.fromFuture(
                () -> CompletableFuture.supplyAsync(
                        () -> dispatchers.handle(product, body), Schedulers.boundedElastic()::schedule),
                true);
    }

    /** Written as it is, past the application's encoders. */
    private static Mono<ServerResponse> response(ReceiptResponse receipt) {
        return ServerResponse.status(receipt.status())
                .header(HttpHeaders.CONTENT_TYPE, receipt.contentType())
                .body((message, context) -> {
                    DataBuffer buffer = message.bufferFactory().wrap(receipt.body());
                    return message.writeWith(Mono.just(buffer));
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

package io.github.alimsg.core.okhttp;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The last application interceptor, below those of the application's client. It lets only one request per exchange
 * through, whatever they do, and sees how OkHttp itself fails: a failure above them counts as not sent only if it is
 * the same one that was seen here.
 *
 * <p>It also continues with the next connection when a pooled one is stale, so that the interceptors above run only
 * once.
 */
record OneRequest(ExchangeWatch watch) implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = watch.of(chain.call());
        if (exchange == null) {
            throw new IOException(
                    "an interceptor of httpClient called proceed after the end of its call, or with a copy of it");
        }
        exchange.enter();
        while (true) {
            try {
                return chain.proceed(chain.request());
            } catch (StaleConnections.StaleConnection e) {
                // Nothing was sent, and the connection is out of the pool: the next one is another.
            } catch (Throwable e) {
                exchange.failedBelow(e);
                throw e;
            }
        }
    }

    /** The first network interceptor, used when the application has some: they too may send by themselves. */
    record HandedOver(ExchangeWatch watch) implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Exchange exchange = watch.of(chain.call());
            if (exchange != null) {
                exchange.handedOver();
            }
            return chain.proceed(chain.request());
        }
    }
}

package io.github.alimsg.core.okhttp;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The last of the application interceptors, below those of the application's own client. It lets one request of an
 * exchange through, whatever they do, and sees how OkHttp itself fails: a failure that comes out above them is known to
 * be not sent only if it is the one that was seen here.
 *
 * <p>It also goes on with the next connection when a pooled one is stale, so that the interceptors above run once.
 */
record OneRequest(ExchangeWatch watch) implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Exchange exchange = watch.of(chain.call());
        if (exchange == null) {
            throw new IOException(
                    "an interceptor of httpClient proceeded after the end of its call, or by a copy of it");
        }
        exchange.enter();
        while (true) {
            try {
                return chain.proceed(chain.request());
            } catch (StaleConnections.StaleConnection e) {
                // Nothing was sent, and the connection has left the pool: the next one is another.
            } catch (Throwable e) {
                exchange.failedBelow(e);
                throw e;
            }
        }
    }

    /** The first of the network interceptors, where the application has some: those may send by themselves as well. */
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

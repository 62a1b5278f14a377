package io.github.alimsg.queue.token;

import io.github.alimsg.core.credentials.Credentials;
import io.github.alimsg.core.credentials.CredentialsProvider;
import io.github.alimsg.core.credentials.CredentialsProviders;
import io.github.alimsg.core.error.CallInterruptedException;
import io.github.alimsg.core.error.CredentialsException;
import io.github.alimsg.core.error.SdkException;
import io.github.alimsg.core.time.TimeSource;
import io.github.alimsg.queue.token.model.QueryTokenForMnsQueueRequest;
import io.github.alimsg.queue.token.model.QueryTokenForMnsQueueResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The temporary keys of a queue, which {@code QueryTokenForMnsQueue} lends, as an ordinary provider of credentials. It
 * is asked for one key at a time, renews it ahead of its end, and asks anew after {@link #invalidate()}.
 *
 * <p>The reply says when a key begins and ends, in the time of Shanghai and by the service's clock. Only the difference
 * counts here, from the moment of the request, by the monotonic clock.
 */
public final class QueueCredentials implements CredentialsProvider {
    private static final DateTimeFormatter SHANGHAI =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final DybaseClient client;
    private final QueryTokenForMnsQueueRequest request;
    private final TimeSource time;

    private QueueCredentials(DybaseClient client, QueryTokenForMnsQueueRequest request, TimeSource time) {
        this.client = client;
        this.request = request;
        this.time = time;
    }

    /**
     * Returns the temporary keys of a queue, cached by {@link CredentialsProviders#cached(CredentialsProvider)}.
     *
     * @param client asks for the keys; closing it remains your responsibility
     * @param messageType what the queue is for, such as {@code ChatAppStatus}
     * @param queueName the queue's name
     * @return a provider of the keys
     */
    public static CredentialsProvider of(DybaseClient client, String messageType, String queueName) {
        return of(client, messageType, queueName, TimeSource.system());
    }

    /**
     * Returns the temporary keys of a queue, cached by another clock.
     *
     * @param client asks for the keys
     * @param messageType what the queue is for
     * @param queueName the queue's name
     * @param time the clock, of which only the monotonic part is used
     * @return a provider of the keys
     */
    public static CredentialsProvider of(DybaseClient client, String messageType, String queueName, TimeSource time) {
        QueryTokenForMnsQueueRequest request = QueryTokenForMnsQueueRequest.builder()
                .messageType(messageType)
                .queueName(queueName)
                .build();
        var monotonic = new MonotonicTime(time);
        return CredentialsProviders.cached(new QueueCredentials(client, request, monotonic), monotonic);
    }

    /** Asks for a key, each time it is called. */
    @Override
    public Credentials credentials() {
        var asked = time.instant();
        try {
            QueryTokenForMnsQueueResponse response = client.queryTokenForMnsQueue(request);
            var token = response.messageToken();
            if (token == null) {
                throw new IllegalArgumentException("there is no token");
            }
            return Credentials.temporary(
                    given(token.accessKeyId()),
                    given(token.accessKeySecret()),
                    given(token.securityToken()),
                    asked.plus(lifetime(token.createTime(), token.expireTime())));
        } catch (CallInterruptedException e) {
            throw e;
        } catch (SdkException e) { // its message names the operation and quotes neither keys nor tokens
            throw new CredentialsException(toString(), String.valueOf(e.getMessage()), e).asMisconfigured();
        } catch (IllegalArgumentException e) {
            throw new CredentialsException(toString(), "the reply has no usable key: " + e.getMessage(), e)
                    .asMisconfigured();
        }
    }

    private static Duration lifetime(@Nullable String from, @Nullable String to) {
        try {
            Duration lifetime = Duration.between(
                    LocalDateTime.parse(given(from), SHANGHAI), LocalDateTime.parse(given(to), SHANGHAI));
            if (lifetime.isZero() || lifetime.isNegative()) {
                throw new IllegalArgumentException("it ends when it begins");
            }
            return lifetime;
        } catch (DateTimeException e) { // quotes what it can't read
            throw new IllegalArgumentException("CreateTime or ExpireTime is not a time");
        }
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "key of the queue " + request.queueName();
    }
}

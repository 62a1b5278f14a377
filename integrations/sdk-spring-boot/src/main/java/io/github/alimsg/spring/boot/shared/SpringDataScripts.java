package io.github.alimsg.spring.boot.shared;

import io.github.alimsg.redis.BlockingScripts;
import io.github.alimsg.redis.RedisScript;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;

/** Runs scripts on connections of Spring Data, whatever client is below it. */
final class SpringDataScripts extends BlockingScripts {
    private final StringRedisTemplate template;
    private final Map<String, DefaultRedisScript<List<?>>> known = new ConcurrentHashMap<>();

    SpringDataScripts(RedisConnectionFactory factory) {
        this.template = new StringRedisTemplate(factory);
    }

    @Override
    protected List<?> runBlocking(RedisScript script, List<String> keys, List<String> arguments) {
        List<?> values = template.execute(known(script), keys, arguments.toArray());
        return Objects.requireNonNull(values, "values");
    }

    /** Spring Data's form of a script, which sends the digest first and the text if Redis doesn't know it. */
    @SuppressWarnings("unchecked") // a class has no element type
    private DefaultRedisScript<List<?>> known(RedisScript script) {
        return known.computeIfAbsent(
                script.text(), text -> new DefaultRedisScript<>(text, (Class<List<?>>) (Class<?>) List.class));
    }
}

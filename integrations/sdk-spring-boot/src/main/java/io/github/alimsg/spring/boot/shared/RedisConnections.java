package io.github.alimsg.spring.boot.shared;

import io.github.alimsg.redis.RedisScripts;
import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.util.ClassUtils;

/** Finds the application's connections to Redis: those of Spring Data, which Spring Boot configures. */
final class RedisConnections {
    private RedisConnections() {}

    static RedisScripts scripts(ListableBeanFactory beans) {
        RedisScripts found = ClassUtils.isPresent(
                        "org.springframework.data.redis.core.StringRedisTemplate",
                        RedisConnections.class.getClassLoader())
                ? SpringData.find(beans)
                : null;
        if (found == null) {
            throw new AlimsgConfigurationException(
                    "A property of alimsg.shared is redis, but there is no single connection to Redis.",
                    "Add spring-boot-starter-data-redis and set spring.data.redis, mark one of several"
                            + " RedisConnectionFactory as @Primary, or make a bean of type RedisScripts of another client.");
        }
        return found;
    }

    /** Spring Data may be missing. */
    private static final class SpringData {
        static @Nullable RedisScripts find(ListableBeanFactory beans) {
            RedisConnectionFactory factory =
                    beans.getBeanProvider(RedisConnectionFactory.class).getIfUnique();
            return factory == null ? null : new SpringDataScripts(factory);
        }
    }
}

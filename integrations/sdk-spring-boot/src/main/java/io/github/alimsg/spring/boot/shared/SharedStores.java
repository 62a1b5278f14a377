package io.github.alimsg.spring.boot.shared;

import io.github.alimsg.spring.boot.AlimsgConfigurationException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/** Chooses the configurations of the stores that properties ask for, so that no other is read. */
final class SharedStores implements ImportSelector {
    private static final String PREFIX = "alimsg.shared.";
    private static final String PACKAGE = "io.github.alimsg.spring.boot.shared.";

    private final Environment environment;
    private final ClassLoader classLoader;

    SharedStores(Environment environment, ClassLoader classLoader) {
        this.environment = environment;
        this.classLoader = classLoader;
    }

    @Override
    public String[] selectImports(AnnotationMetadata metadata) {
        List<String> configurations = new ArrayList<>();
        add("turns", "Turns", configurations);
        add("seen-receipts", "Receipts", configurations);
        add("caps", "Caps", configurations);
        return configurations.toArray(String[]::new);
    }

    private void add(String property, String name, List<String> configurations) {
        SharedProperties.Store store = Binder.get(environment)
                .bind(PREFIX + property, SharedProperties.Store.class)
                .orElse(null);
        if (store == null) {
            return;
        }
        if (store == SharedProperties.Store.REDIS) {
            require(property, store, "io.github.alimsg.redis.RedisScripts", "sdk-redis");
            configurations.add(PACKAGE + "RedisStores$" + name);
        } else {
            require(property, store, "io.github.alimsg.once.jdbc.JdbcRateLimiter", "sdk-once");
            require(property, store, "org.springframework.jdbc.datasource.DataSourceUtils", "spring-jdbc");
            configurations.add(PACKAGE + "DatabaseStores$" + name);
        }
        if (property.equals("caps")) {
            require(property, store, "io.github.alimsg.caps.CapStore", "sdk-caps");
        }
    }

    private void require(String property, SharedProperties.Store store, String className, String module) {
        if (!ClassUtils.isPresent(className, classLoader)) {
            throw new AlimsgConfigurationException(
                    "The property " + PREFIX + property + " is " + store.text() + ", but the module " + module
                            + " is missing.",
                    "Add " + module + " to the application, or remove the property.");
        }
    }
}

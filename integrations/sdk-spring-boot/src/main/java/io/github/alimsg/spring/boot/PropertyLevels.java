package io.github.alimsg.spring.boot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Properties that may be set at several levels, of which the most specific one decides for each setting. */
final class PropertyLevels {
    private final List<Level> levels;

    /**
     * A level.
     *
     * @param prefix how its properties begin
     * @param properties its properties
     */
    private record Level(String prefix, ClientProperties properties) {}

    private PropertyLevels(List<Level> levels) {
        this.levels = levels;
    }

    /** Those of a product's client, of the main account or of another. */
    static PropertyLevels of(AlimsgProperties properties, @Nullable String account, ProductKind product) {
        List<Level> levels = new ArrayList<>();
        add(levels, "alimsg", properties, product);
        if (account != null) {
            AccountProperties own = properties.getAccounts().get(account);
            if (own != null) {
                add(levels, "alimsg.accounts." + account, own, product);
            }
        }
        Collections.reverse(levels);
        return new PropertyLevels(levels);
    }

    /** Those of everything. */
    static PropertyLevels common(AlimsgProperties properties) {
        return new PropertyLevels(List.of(new Level("alimsg", properties)));
    }

    private static void add(List<Level> levels, String prefix, AccountProperties account, ProductKind product) {
        levels.add(new Level(prefix, account));
        levels.add(new Level(prefix + "." + product.property(), product.of(account)));
    }

    /** Returns what the most specific level says; null when none does. */
    <T> @Nullable T find(Function<ClientProperties, @Nullable T> getter) {
        for (Level level : levels) {
            T value = getter.apply(level.properties);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Passes on what the most specific level says. If it is refused, names the property and does not quote it. */
    <T> void set(String name, Function<ClientProperties, @Nullable T> getter, Consumer<? super T> setter, String form) {
        for (Level level : levels) {
            T value = getter.apply(level.properties);
            if (value != null) {
                try {
                    setter.accept(value);
                } catch (IllegalArgumentException e) {
                    throw new AlimsgConfigurationException(
                            "The property " + level.prefix + "." + name + " is not valid.", "Set it to " + form + ".");
                }
                return;
            }
        }
    }
}

package io.github.alimsg.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists settings with their sources. Of objects of the application it shows the class only. */
final class SettingsList {
    private final Map<String, String> sources;
    private final List<Setting> settings = new ArrayList<>();

    SettingsList(Map<String, String> sources) {
        this.sources = sources;
    }

    SettingsList add(String name, Object value) {
        settings.add(new Setting(name, String.valueOf(value), sources.getOrDefault(name, "default")));
        return this;
    }

    SettingsList add(String name, Duration value) {
        boolean whole = value.toMillis() % 1000 == 0;
        return add(name, (Object) (whole ? value.toSeconds() + " s" : value.toMillis() + " ms"));
    }

    /** Adds an object of the application; otherwise says what is used in its place. */
    SettingsList addOwn(String name, @Nullable Object own, String otherwise) {
        return add(name, (Object)
                (own == null || !sources.containsKey(name)
                        ? otherwise
                        : own.getClass().getName()));
    }

    List<Setting> toList() {
        return List.copyOf(settings);
    }
}

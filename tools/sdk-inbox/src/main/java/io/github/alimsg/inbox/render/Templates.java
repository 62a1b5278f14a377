package io.github.alimsg.inbox.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.alimsg.inbox.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The templates that somebody gave or created by API; they only serve for showing. Safe for any number of threads. */
public final class Templates {
    /** Those that were given or created last. */
    private static final int MAX = 1000;

    private volatile Map<String, Template> known = Map.of();

    /** Replaces all. @throws IllegalArgumentException when one can't be read; then none is replaced */
    public synchronized void replace(JsonNode templates) {
        if (!templates.path("templates").isArray()) {
            throw new IllegalArgumentException("there is no list \"templates\"");
        }
        Map<String, Template> read = new LinkedHashMap<>();
        for (JsonNode one : templates.path("templates")) {
            Template template = Template.of(one);
            read.put(template.key(), template);
        }
        known = read;
    }

    /** Adds one, or replaces it. @throws IllegalArgumentException when it can't be read */
    public synchronized void add(JsonNode json) {
        Template template = Template.of(json);
        Map<String, Template> more = new LinkedHashMap<>(known);
        more.remove(template.key()); // it comes last
        more.put(template.key(), template);
        if (more.size() > MAX) {
            more.remove(more.keySet().iterator().next());
        }
        known = more;
    }

    /** Removes one. @return whether it was there */
    public synchronized boolean remove(String product, String code, @Nullable String language) {
        Map<String, Template> fewer = new LinkedHashMap<>(known);
        boolean there = fewer.remove(Template.key(product, code, language)) != null;
        known = fewer;
        return there;
    }

    @Nullable
    Template find(String product, String code, @Nullable String language) {
        Template exact = known.get(Template.key(product, code, language));
        return exact == null ? known.get(Template.key(product, code, null)) : exact;
    }

    /** The Templates of openapi.json. */
    public ObjectNode json() {
        return Json.list(
                "templates", known.values().stream().map(Template::json).toList());
    }
}

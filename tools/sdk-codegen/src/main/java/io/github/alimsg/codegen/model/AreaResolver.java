package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Customization;
import io.github.alimsg.codegen.input.Customization.Area;
import io.github.alimsg.codegen.input.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names the interfaces of the areas. An API with a single area has none: its client is short enough. */
final class AreaResolver {
    private final Customization customization;
    private final Problems problems;
    private final Map<String, String> taken = new HashMap<>();

    AreaResolver(Customization customization, Problems problems) {
        this.customization = customization;
        this.problems = problems;
    }

    List<AreaModel> resolve() {
        List<Area> areas = customization.areas();
        if (areas.size() == 1) {
            Area only = areas.get(0);
            if (only.client() != null) {
                problems.add(
                        only.position(), "an only area has no client of its own", "remove 'client', or add an area");
            }
            return List.of(new AreaModel(null, only.title(), only.operations()));
        }
        String client = customization.product().client();
        String prefix = prefix(client);
        for (String name : List.of(client, client + "Product", "Default" + client, prefix + "ErrorCode")) {
            take(name, "the class " + name);
        }
        customization.helpers().values().forEach(helper -> take(helper.type(), "the helper " + helper.type()));
        List<AreaModel> models = new ArrayList<>();
        for (Area area : areas) {
            String given = area.client();
            String type = given == null ? prefix + JavaNames.type(area.id()) : given;
            String other = take(type, "the area " + area.id());
            if (!JavaNames.isFreeTypeName(type)) {
                problems.add(
                        area.position(),
                        "'" + type + "' cannot be the name of an area's client",
                        "name it: client: SomeName");
            } else if (other != null) {
                problems.add(
                        area.position(),
                        "the client of the area " + area.id() + " and " + other + " are both called '" + type + "'",
                        "name it: client: OtherName");
            }
            models.add(new AreaModel(type, area.title(), area.operations()));
        }
        return models;
    }

    /** The name of a client without its ending. */
    static String prefix(String client) {
        return client.endsWith("Client") ? client.substring(0, client.length() - "Client".length()) : client;
    }

    /** Files of names that differ only in case would overwrite each other on some disks. */
    private @Nullable String take(String name, String what) {
        return taken.putIfAbsent(name.toLowerCase(Locale.ROOT), what);
    }
}

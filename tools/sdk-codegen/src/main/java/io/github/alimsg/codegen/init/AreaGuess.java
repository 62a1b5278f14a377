package io.github.alimsg.codegen.init;

import io.github.alimsg.codegen.input.Metadata;
import io.github.alimsg.codegen.input.Metadata.Directory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Areas from the vendor's directories; what is in none of them has an area of its own. */
final class AreaGuess {
    /**
     * An area that is guessed.
     *
     * @param id its short name
     * @param title its name for people
     * @param operations its operations, in the vendor's order
     */
    record Area(String id, String title, List<String> operations) {}

    private final Set<String> left;
    private final Set<String> ids = new HashSet<>();
    private final List<Area> areas = new ArrayList<>();

    private AreaGuess(Set<String> operations) {
        this.left = new TreeSet<>(operations);
    }

    static List<Area> of(Metadata metadata) {
        var guess = new AreaGuess(metadata.operations().keySet());
        metadata.directories().forEach(guess::add);
        if (!guess.left.isEmpty()) {
            String title = guess.areas.isEmpty() ? "Operations" : "Other operations";
            guess.areas.add(new Area(guess.id("other"), title, List.copyOf(guess.left)));
        }
        return guess.areas;
    }

    private void add(Directory directory) {
        List<String> operations =
                directory.operations().stream().distinct().filter(left::remove).toList();
        if (!operations.isEmpty()) {
            String title = directory.title().isBlank()
                    ? operations.get(0) + (operations.size() == 1 ? "" : " and others")
                    : directory.title().strip();
            areas.add(new Area(id(title), title, operations));
        }
    }

    private String id(String title) {
        String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = id.isEmpty() ? "area" : id;
        String free = base;
        for (int i = 2; !ids.add(free); i++) {
            free = base + "-" + i;
        }
        return free;
    }
}

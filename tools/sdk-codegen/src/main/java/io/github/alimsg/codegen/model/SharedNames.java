package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.Problems;
import io.github.alimsg.codegen.input.SourcePosition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides which classes are shared: those that the customization lists, and those that several requests and responses
 * have alike. What an object of a shared class holds is shared too, since a class of the package can't hold objects of
 * a class that is nested somewhere.
 */
final class SharedNames {
    private final Map<String, List<StructModel>> uses;
    private final Map<String, SourcePosition> listed;
    private final Predicate<String> isFree;
    private final Problems problems;

    /**
     * The names of one API.
     *
     * @param uses the classes of each name, one for each request and response that has it
     * @param listed what the customization lists
     * @param isFree whether the package has no other class of a name
     * @param problems takes what does not fit
     */
    SharedNames(
            Map<String, List<StructModel>> uses,
            Map<String, SourcePosition> listed,
            Predicate<String> isFree,
            Problems problems) {
        this.uses = uses;
        this.listed = listed;
        this.isFree = isFree;
        this.problems = problems;
    }

    Set<String> find() {
        Set<String> names = listed();
        Set<String> alike = new TreeSet<>();
        for (Map.Entry<String, List<StructModel>> use : uses.entrySet()) {
            if (use.getValue().size() > 1 && isFree.test(use.getKey()) && areAlike(use.getValue())) {
                alike.add(use.getKey());
            }
        }
        Set<String> both = new TreeSet<>(names);
        both.addAll(alike);
        while (alike.removeIf(name -> !both.containsAll(held(name)))) {
            both.clear();
            both.addAll(names);
            both.addAll(alike);
        }
        return both;
    }

    /** The listed classes, and what they hold. */
    private Set<String> listed() {
        Set<String> names = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>();
        listed.forEach((name, position) -> {
            if (!uses.containsKey(name)) {
                problems.add(position, "no class is called '" + name + "'", "remove it, or fix its name");
            } else if (!isFree.test(name)) {
                problems.add(
                        position,
                        "'" + name + "' is the name of another class of the package",
                        "give one another name, also when they differ in case only");
            } else {
                next.add(name);
            }
        });
        while (!next.isEmpty()) {
            String name = next.remove();
            if (names.add(name)) {
                held(name).forEach(held -> {
                    reportUnfit(name, held);
                    next.add(held);
                });
            }
        }
        return names;
    }

    private void reportUnfit(String holder, String held) {
        SourcePosition position = listed.get(holder);
        boolean fits = listed.containsKey(held) || isFree.test(held) && areAlike(uses.getOrDefault(held, List.of()));
        if (!fits) {
            problems.add(
                    position == null ? listed.values().iterator().next() : position,
                    holder + " is shared and holds " + held + ", which differs from one operation to the other",
                    "list " + held + " in shared too, or give one another name");
        }
    }

    private Set<String> held(String name) {
        Set<String> held = new TreeSet<>();
        uses.getOrDefault(name, List.of()).forEach(struct -> held.addAll(struct.holds()));
        return held;
    }

    private static boolean areAlike(List<StructModel> structs) {
        return structs.stream().allMatch(one -> structs.stream().allMatch(one::isLike));
    }
}

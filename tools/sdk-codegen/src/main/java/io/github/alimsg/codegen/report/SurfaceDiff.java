package io.github.alimsg.codegen.report;

import io.github.alimsg.codegen.report.JavaSurface.JavaType;
import io.github.alimsg.codegen.report.JavaSurface.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The changes of the public API, as the lines of a diff: class by class, with a member's old and new form together. */
final class SurfaceDiff {
    private final List<String> lines = new ArrayList<>();
    private final List<String> breaks = new ArrayList<>();

    /**
     * Compares two public APIs.
     *
     * @param before the current one
     * @param after the new one
     */
    SurfaceDiff(SortedMap<String, JavaType> before, SortedMap<String, JavaType> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            type(before.get(name), after.get(name));
            breaks(name, before, after);
        }
    }

    /** {@return what callers cannot compile any more, a line for each class} */
    List<String> breaks() {
        return breaks;
    }

    /** {@return the lines; empty when nothing changes} */
    List<String> lines() {
        return lines;
    }

    private void type(@Nullable JavaType before, @Nullable JavaType after) {
        if (before != null && before.equals(after)) {
            return;
        }
        if (before != null && after != null && before.heading().equals(after.heading())) {
            lines.add("  " + after.heading());
        } else {
            addHeading("- ", before);
            addHeading("+ ", after);
        }
        var members = new TreeSet<>(members(before));
        members.addAll(members(after));
        for (String name : members.stream().map(Member::name).distinct().toList()) {
            addMembers("- ", name, members(before), members(after));
            addMembers("+ ", name, members(after), members(before));
        }
    }

    private void breaks(String name, SortedMap<String, JavaType> before, SortedMap<String, JavaType> after) {
        JavaType earlier = before.get(name);
        JavaType later = after.get(name);
        if (earlier == null) {
            return;
        }
        if (later == null) {
            String owner = name.substring(0, name.lastIndexOf('.'));
            if (!before.containsKey(owner) || after.containsKey(owner)) {
                breaks.add("- class `" + name + "` is gone");
            }
            return;
        }
        List<String> changes = new ArrayList<>();
        for (Member member : earlier.members()) {
            String now = typeOf(member.call(), later);
            if (now == null) {
                changes.add("`" + member.call() + "` is gone");
            } else if (!now.equals(member.type())) {
                changes.add("`" + member.call() + "` is `" + now + "`, was `" + member.type() + "`");
            }
        }
        if (!changes.isEmpty()) {
            breaks.add("- `" + name + "`: " + String.join(", ", changes));
        }
    }

    private static @Nullable String typeOf(String call, JavaType type) {
        for (Member member : type.members()) {
            if (member.call().equals(call)) {
                return member.type();
            }
        }
        return null;
    }

    private void addHeading(String sign, @Nullable JavaType type) {
        if (type != null) {
            lines.add(sign + type.heading());
        }
    }

    private void addMembers(String sign, String name, SortedSet<Member> these, SortedSet<Member> others) {
        for (Member member : these) {
            if (member.name().equals(name) && !others.contains(member)) {
                lines.add(sign + "    " + member.signature());
            }
        }
    }

    private static SortedSet<Member> members(@Nullable JavaType type) {
        return type == null ? new TreeSet<>() : type.members();
    }
}

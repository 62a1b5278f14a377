package io.github.alimsg.codegen.model;

import io.github.alimsg.codegen.input.FieldPath;
import io.github.alimsg.codegen.input.SelectorTable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;

/** Chooses names for the classes that are nested in one request or response. */
final class NestedNames {
    private final String ownerName;
    private final SelectorTable<String> given;
    private final Set<String> taken;
    private final OwnerProblems problems;
    private final Deque<String> enclosing = new ArrayDeque<>();

    /**
     * Creates the names of one request or response.
     *
     * @param ownerName the class that the others are nested in
     * @param given names that the customization gives
     * @param taken names that no class may have
     * @param problems collects what is wrong with the names
     */
    NestedNames(String ownerName, SelectorTable<String> given, Set<String> taken, OwnerProblems problems) {
        this.ownerName = ownerName;
        this.given = given;
        this.taken = taken;
        this.problems = problems;
    }

    /** Goes into a class: those inside cannot have its name. */
    void enter(String name) {
        enclosing.push(name);
    }

    void leave() {
        enclosing.pop();
    }

    /**
     * Chooses the name of a class.
     *
     * @param path the field that holds its objects
     * @param wireName what the name is derived from
     * @param many whether that is a plural
     */
    String nameOf(FieldPath path, String wireName, boolean many) {
        String name = given.find(path, true);
        return name == null ? derived(path, wireName, many) : checked(path, name);
    }

    private String checked(FieldPath path, String name) {
        if (!isFree(name)) {
            problems.addClash(
                    given.placeOf(path),
                    "'" + name + "' cannot be the name of a class in " + ownerName,
                    "choose a Java name that is neither a value type nor a class of java.lang or java.util",
                    Renames.ofClass(path, name));
        }
        return JavaNames.isName(name) ? name : "Unnamed";
    }

    private String derived(FieldPath path, String wireName, boolean many) {
        String name = JavaNames.type(many ? JavaNames.singular(wireName) : wireName);
        if (!isFree(name) || enclosing.contains(name)) {
            int above = path.names().size() - 2;
            String parent = above < 0 ? path.operation() : path.names().get(above);
            name = JavaNames.type(parent) + name;
        }
        String shown = name.isEmpty() ? "Item" : name;
        if (!isFree(name) || enclosing.contains(name)) {
            problems.addClash(
                    null,
                    path + " needs the name of a class",
                    "name it: names: {" + path + ": SomeName}",
                    Renames.ofClass(path, shown));
        }
        return shown;
    }

    private boolean isFree(String name) {
        return JavaNames.isFreeTypeName(name) && !taken.contains(name);
    }

    void reportOtherShape(StructModel known, StructModel struct) {
        if (!known.sameShape(struct)) {
            problems.addClash(
                    null,
                    known.path() + " and " + struct.path() + " are both called " + struct.name() + " but differ",
                    "name one: names: {" + struct.path() + ": OtherName}, or list " + struct.name() + " in shared",
                    Renames.ofClass(struct.path(), struct.name()));
        }
    }

    void reportSameButForCase(StructModel struct, Collection<StructModel> others) {
        for (StructModel other : others) {
            if (!other.name().equals(struct.name()) && other.name().equalsIgnoreCase(struct.name())) {
                problems.addClash(
                        null,
                        "the classes of " + other.path() + " and " + struct.path() + ", " + other.name() + " and "
                                + struct.name() + ", differ only in case",
                        "name one: names: {" + struct.path() + ": OtherName}",
                        Renames.ofClass(struct.path(), struct.name()));
            }
        }
    }
}

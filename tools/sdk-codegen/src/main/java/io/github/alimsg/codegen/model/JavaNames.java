package io.github.alimsg.codegen.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Turns names of the wire into names of Java. */
public final class JavaNames {
    /** Names of methods that every object has. */
    private static final Set<String> METHODS_OF_OBJECT =
            Set.of("getClass", "hashCode", "equals", "toString", "clone", "finalize", "notify", "notifyAll", "wait");

    /** Names of methods that every model and its builder have besides. */
    private static final Set<String> TAKEN_MEMBERS = Set.of("builder", "toBuilder", "build");

    /** Names of methods that requests and responses have besides. */
    private static final Set<String> TAKEN_AT_TOP = Set.of(
            "extraParams",
            "putParam",
            "requestId",
            "httpStatus",
            "attempts",
            "serviceCode",
            "serviceMessage",
            "rawJson",
            "raw",
            "header");

    /** Simple names that generated code, or code that uses it, commonly uses for something else. */
    private static final Set<String> TAKEN_TYPES = Set.of(
            "Builder",
            "Wire",
            "List",
            "ArrayList",
            "Arrays",
            "Map",
            "LinkedHashMap",
            "Set",
            "Collection",
            "Collections",
            "Objects",
            "Optional",
            "Consumer",
            "Function",
            "Instant",
            "BigDecimal",
            "Operation",
            "Generated",
            "Effect",
            "SuccessRule",
            "ParamWriter",
            "StructureWriter",
            "JsonReader",
            "SdkRequest",
            "SdkResponse",
            "OpenValue",
            "Product",
            "Pager",
            "Nullable",
            "NullMarked",
            "ModelValues",
            "Shown");

    private static final List<String> UNCHANGED_ENDINGS = List.of("ss", "us", "is", "news", "series", "data");
    private static final List<String> ENDINGS_WITH_E = List.of("sses", "xes", "ches", "shes", "zzes");
    private static final List<String> NEEDS_ES = List.of("x", "ch", "sh", "ss", "us");

    private JavaNames() {}

    /**
     * Returns the name of an accessor or a setter: with its leading capitals in lowercase, as in {@code ossKey}.
     *
     * @param wireName the name on the wire
     * @param nested whether it belongs to an object inside a request or response
     * @return a Java name, with an underscore at its end if it is otherwise taken; empty when no letter is allowed
     */
    public static String member(String wireName, boolean nested) {
        String name = method(wireName);
        return name.isEmpty() || isFreeMemberName(name, nested) ? name : name + "_";
    }

    /**
     * Returns the name of a client's method: with its leading capitals in lowercase.
     *
     * @param wireName the operation's name
     * @return a Java name, or a keyword; empty when no letter of it is allowed in one
     */
    public static String method(String wireName) {
        String name = withoutIllegal(wireName);
        if (name.isEmpty()) {
            return "";
        }
        name = lowerLeadingCapitals(name);
        return Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
    }

    private static String lowerLeadingCapitals(String name) {
        int capitals = 0;
        while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
            capitals++;
        }
        boolean plural = name.substring(capitals).equals("s");
        boolean wordFollows = capitals < name.length() && Character.isLowerCase(name.charAt(capitals)) && !plural;
        int lowered = capitals > 1 && wordFollows ? capitals - 1 : capitals;
        return name.substring(0, lowered).toLowerCase(Locale.ROOT) + name.substring(lowered);
    }

    /** Leaves out characters that a Java name cannot have, and begins a word after them. */
    private static String withoutIllegal(String wireName) {
        var name = new StringBuilder();
        boolean beginsWord = false;
        for (int i = 0; i < wireName.length(); i++) {
            char c = wireName.charAt(i);
            if (!Character.isJavaIdentifierPart(c) || Character.isIdentifierIgnorable(c) || c == '$') {
                beginsWord = name.length() > 0;
            } else {
                name.append(beginsWord ? Character.toUpperCase(c) : c);
                beginsWord = false;
            }
        }
        return name.toString().replaceFirst("^_+$", "");
    }

    /**
     * Returns the name of a class.
     *
     * @param wireName the name on the wire
     * @return a Java name that begins with a capital; empty when no letter of it is allowed in one
     */
    public static String type(String wireName) {
        String name = withoutIllegal(wireName).replaceFirst("^_+", "");
        if (name.isEmpty()) {
            return "";
        }
        name = capitalized(name);
        return Character.isUpperCase(name.charAt(0)) ? name : "Type" + name;
    }

    /**
     * Returns the name of a constant: words in capitals, separated by underscores.
     *
     * @param value the text on the wire
     * @return the name, which may not be valid in Java
     */
    public static String constant(String value) {
        return value.replaceAll("[^\\p{Alnum}]+", "_")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .replaceAll("^_+|_+$", "")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * Returns the name of one item of a list.
     *
     * @param plural the list's name
     * @return its singular; the same name when it has no recognizable one
     */
    public static String singular(String plural) {
        if (plural.endsWith("List") && plural.length() > "List".length()) {
            return singular(plural.substring(0, plural.length() - "List".length()));
        }
        String lower = plural.toLowerCase(Locale.ROOT);
        if (!plural.endsWith("s")
                || plural.length() < 3
                || UNCHANGED_ENDINGS.stream().anyMatch(lower::endsWith)) {
            return plural;
        }
        if (plural.endsWith("ies") && plural.length() > 4) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.endsWith("uses") || ENDINGS_WITH_E.stream().anyMatch(plural::endsWith)) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.substring(0, plural.length() - 1);
    }

    /**
     * Returns the plural of a name.
     *
     * @param singular the name of one
     * @return the name of several; the same name if it ends like one
     */
    public static String plural(String singular) {
        String lower = singular.toLowerCase(Locale.ROOT);
        if (NEEDS_ES.stream().anyMatch(lower::endsWith)) {
            return singular + "es";
        }
        if (lower.endsWith("s")) {
            return singular;
        }
        return lower.matches(".*[^aeiou]y") ? singular.substring(0, singular.length() - 1) + "ies" : singular + "s";
    }

    /**
     * Returns a name with its first letter capitalized.
     *
     * @param name the name
     * @return the capitalized name
     */
    public static String capitalized(String name) {
        return name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /**
     * Returns whether a name can be that of a class inside a model.
     *
     * @param name the name
     * @return false when it is not a Java name, does not begin with a capital and so could also be a field's, or is
     *     commonly known as something else
     */
    public static boolean isFreeTypeName(String name) {
        return isName(name)
                && Character.isUpperCase(name.charAt(0))
                && !TAKEN_TYPES.contains(name)
                && !isJavaLang(name);
    }

    /**
     * Returns whether a text is a Java name.
     *
     * @param name the text
     * @return false for keywords too
     */
    public static boolean isName(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) && !name.contains("$");
    }

    /**
     * Returns whether a text is the dotted name of a package.
     *
     * @param name the text
     * @return false for keywords too
     */
    public static boolean isPackageName(String name) {
        return SourceVersion.isName(name);
    }

    /**
     * Returns whether a member of a model can have a name.
     *
     * @param name the name
     * @param nested whether it belongs to an object inside a request or response
     * @return false when it is not a Java name, or every such model has a member of this name
     */
    public static boolean isFreeMemberName(String name, boolean nested) {
        return isMethodName(name) && !TAKEN_MEMBERS.contains(name) && (nested || !TAKEN_AT_TOP.contains(name));
    }

    /** Whether a class can have a method of its own of that name. */
    static boolean isMethodName(String name) {
        return isName(name) && !METHODS_OF_OBJECT.contains(name);
    }

    private static boolean isJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}

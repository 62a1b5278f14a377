package io.github.alimsg.it.contract;

/** The names of fields in Java that have none in the customization, whatever the case of their letters. */
final class JavaName {
    private JavaName() {}

    /**
     * The name of a field.
     *
     * @param wireName its name on the wire
     * @param shape what is there
     * @param isItem whether the name on the wire is that of an item of a list
     */
    static String of(String wireName, Shape shape, boolean isItem) {
        String name = without("VO", without("DTO", wireName));
        if (shape instanceof Shape.Items || shape instanceof Shape.JsonText json && json.list()) {
            String item = without("List", without("Json", name));
            return isItem || !item.equals(name) ? plural(item) : name;
        }
        boolean map = shape instanceof Shape.Members || shape instanceof Shape.JsonText;
        return map ? without("Json", name) : name;
    }

    private static String without(String ending, String name) {
        return name.endsWith(ending) && !name.equals(ending)
                ? name.substring(0, name.length() - ending.length())
                : name;
    }

    private static String plural(String item) {
        if (item.endsWith("s")) {
            return item;
        }
        return item.endsWith("y") ? item.substring(0, item.length() - 1) + "ies" : item + "s";
    }
}

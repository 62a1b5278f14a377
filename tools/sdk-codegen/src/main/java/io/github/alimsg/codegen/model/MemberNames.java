package io.github.alimsg.codegen.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of fields that have none in the customization: the name on the wire, without what only concerns the vendor's own
 * programs. {@code CardSendDetailDTO} becomes {@code cardSendDetail}, a list {@code SignFileList} becomes {@code
 * signFiles}, a map in a text {@code ExtendInfoJson} becomes {@code extendInfo}, and {@code AdminIDCardNo} becomes
 * {@code adminIdCardNo}.
 */
final class MemberNames {
    private static final Pattern TRANSFER_OBJECT = Pattern.compile("(?<=[a-z0-9])(?:DTO|VO)(?=s?$|List$)");
    private static final Pattern JSON = Pattern.compile("(?<=.)J(?:son|SON)$");

    /** The ending of a list of things. What is left of a {@code BlackList} or {@code FailedList} has no plural. */
    private static final Pattern LIST = Pattern.compile("(?<=.)(?<!ed|Data|Black|White|Allow|Deny|Block)List$");

    private static final Pattern ACRONYM = Pattern.compile("(\\p{Lu})(\\p{Lu}+)(?=\\p{Lu}\\p{Ll}|s?$|s?[^\\p{L}])");

    private MemberNames() {}

    /**
     * The name of a field.
     *
     * @param wireName the name on the wire
     * @param type what it holds
     * @param isElement whether the name on the wire is that of one item of a list
     * @param nested whether the field is in an object inside a request or response
     * @param others names on the wire of the other fields, whose names in Java are left to them
     * @return a name of Java; empty when no letter can stand in one
     */
    static String of(String wireName, TypeModel type, boolean isElement, boolean nested, Set<String> others) {
        String name = JavaNames.member(withoutEndings(wireName, type.asRead(), isElement), nested);
        boolean isTaken = others.stream()
                .anyMatch(other -> JavaNames.member(other, nested).equals(name));
        return isTaken ? JavaNames.member(wireName, nested) : name;
    }

    private static String withoutEndings(String wireName, TypeModel type, boolean isElement) {
        String name = TRANSFER_OBJECT.matcher(wireName).replaceFirst("");
        if (type instanceof TypeModel.Items) {
            String item = LIST.matcher(JSON.matcher(name).replaceFirst("")).replaceFirst("");
            name = isElement || !item.equals(name) ? JavaNames.plural(item) : name;
        } else if (type instanceof TypeModel.Members) {
            name = JSON.matcher(name).replaceFirst("");
        }
        return ACRONYM.matcher(name)
                .replaceAll(found -> found.group(1) + found.group(2).toLowerCase(Locale.ROOT));
    }
}

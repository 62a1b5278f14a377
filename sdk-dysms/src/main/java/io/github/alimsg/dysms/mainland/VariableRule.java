package io.github.alimsg.dysms.mainland;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a variable of a template takes, as the vendor documents it. Whatever the documents leave open is allowed: an
 * unknown rule allows everything, and content that people or carriers review is not looked at.
 */
final class VariableRule {
    /** Properties whose own rules are not documented well enough; variables have 1 to 35 characters. */
    private static final Set<String> ANY_TEXT = Set.of(
            "money",
            "name",
            "user_nick",
            "unit_name",
            "address",
            "license_plate_number",
            "tracking_number",
            "pick_up_code",
            "other_number2",
            "link_param",
            "email_address",
            "others");

    private static final int MAX_CHARACTERS = 35;

    private static final Map<String, VariableRule> RULES = Stream.concat(
                    Stream.of(
                            new VariableRule("numberCaptcha", 4, 6, "digits", VariableRule::isDigit),
                            new VariableRule(
                                    "characterWithNumber2", 4, 6, "letters and digits", VariableRule::isLetterOrDigit),
                            new VariableRule("phone_number2", 5, 15, "digits and hyphens", c -> isDigit(c) || c == '-'),
                            new VariableRule("time", 1, MAX_CHARACTERS, "anything but underscores", c -> c != '_')),
                    ANY_TEXT.stream().map(name -> new VariableRule(name, 1, MAX_CHARACTERS, "any text", c -> true)))
            .collect(Collectors.toUnmodifiableMap(rule -> rule.name, rule -> rule));

    private final String name;
    private final int min;
    private final int max;
    private final String characters;
    private final IntPredicate takes;

    private VariableRule(String name, int min, int max, String characters, IntPredicate takes) {
        this.name = name;
        this.min = min;
        this.max = max;
        this.characters = characters;
        this.takes = takes;
    }

    /**
     * Says what is wrong with a value.
     *
     * @param rule name of the rule; null when there is none
     * @param value the value
     * @return what is wrong, without the value; null when it fits or the rule is not known
     */
    static @Nullable String problem(@Nullable String rule, String value) {
        VariableRule known = rule == null ? null : RULES.get(rule);
        return known == null ? null : known.problem(value);
    }

    private @Nullable String problem(String value) {
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            return length + (length == 1 ? " character, " : " characters, ") + name + " takes " + min + " to " + max;
        }
        if (!value.codePoints().allMatch(takes)) {
            return "a character that " + name + " does not take; it takes " + characters;
        }
        long digits = value.codePoints().filter(VariableRule::isDigit).count();
        if (name.equals("phone_number2") && (digits < 5 || digits > 13)) {
            return digits + " digits, phone_number2 takes 5 to 13";
        }
        String lowerCase = value.toLowerCase(Locale.ROOT);
        if (lowerCase.contains("http://") || lowerCase.contains("https://")) {
            return "a web address, which no variable takes";
        }
        return null;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetterOrDigit(int character) {
        return isDigit(character) || character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }
}

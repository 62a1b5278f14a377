package io.github.alimsg.codegen.init;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an operation does to the world, as far as its name tells. The metadata's {@code operationType} is not asked: it
 * calls sends reads. What is not clear is {@code CREATE}, which is never repeated once it may have arrived.
 *
 * @param effect the effect
 * @param reason why, for people
 * @param certain whether the name leaves little doubt
 */
record EffectGuess(String effect, String reason, boolean certain) {
    private static final Pattern WORD =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");
    private static final Set<String> READS = Set.of("Describe", "List", "Query", "Search");
    private static final Set<String> UPDATES = Set.of("Update", "Modify");

    /** With these, a name that begins like a read may hand out something new each time, or do a second thing. */
    private static final Set<String> DOUBTS =
            Set.of("And", "Or", "Token", "Ticket", "Credential", "Credentials", "Password", "Secret", "Session");

    private static final Set<String> CODES = Set.of("Code", "Captcha", "Otp");

    static EffectGuess of(String operation) {
        List<String> words = List.of(WORD.split(operation));
        String first = words.get(0);
        if (first.equals("Get")) {
            return new EffectGuess("CREATE", "Get: READ once somebody confirms that it changes nothing", false);
        }
        if (READS.contains(first)) {
            return words.stream().anyMatch(DOUBTS::contains)
                    ? new EffectGuess("CREATE", first + ", but the name says more", false)
                    : new EffectGuess("READ", first, true);
        }
        if (UPDATES.contains(first)) {
            return new EffectGuess("UPDATE", first, true);
        }
        if (first.equals("Delete")) {
            return new EffectGuess("DELETE", first, true);
        }
        if (first.equals("Send") || words.size() > 1 && words.get(1).equals("Send")) {
            return words.stream().anyMatch(CODES::contains)
                    ? new EffectGuess("SENDS_CODE", "Send and a code", true)
                    : new EffectGuess("SEND", "Send", true);
        }
        return new EffectGuess("CREATE", "unclear", false);
    }
}

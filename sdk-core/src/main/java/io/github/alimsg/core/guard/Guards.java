package io.github.alimsg.core.guard;

import io.github.alimsg.core.internal.encoding.PhoneDigits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Guards that come with the SDK. */
public final class Guards {
    private Guards() {}

    /**
     * Refuses every recipient that is not listed: for staging systems, which must not write to customers. A request that
     * names nobody is refused too.
     *
     * <pre>{@code
     * CamsClient staging = CamsClient.builder().guard(Guards.onlyTo("6281100000001", "86139*")).build();
     * }</pre>
     *
     * <p>The environment variable {@code ALIMSG_ONLY_TO} does the same for all clients of a process, with the list
     * separated by commas, in addition to any guard of a client.
     *
     * @param recipients phone numbers with calling code, as people write them; beginnings of numbers, which end with
     *     {@code *}; ids of accounts as they are sent
     * @return the guard
     * @throws IllegalArgumentException when there is none, or one is empty; names its position only
     */
    public static SendGuard onlyTo(String... recipients) {
        if (recipients.length == 0) {
            throw new IllegalArgumentException("nobody is listed: name at least one recipient");
        }
        Set<String> whole = new HashSet<>();
        List<String> beginnings = new ArrayList<>();
        for (int i = 0; i < recipients.length; i++) {
            String entry = recipients[i].strip();
            boolean isBeginning = entry.endsWith("*");
            String recipient = digits(isBeginning ? entry.substring(0, entry.length() - 1) : entry);
            if (recipient.isEmpty() || recipient.contains("*")) {
                throw new IllegalArgumentException(
                        "recipient " + (i + 1) + " is neither a number nor the beginning of one with a * at its end");
            }
            if (isBeginning) {
                beginnings.add(recipient);
            } else {
                whole.add(recipient);
            }
        }
        Verdict refusal = Verdict.refuse("not a listed recipient");
        return message -> whole.contains(message.to()) || beginnings.stream().anyMatch(message.to()::startsWith)
                ? Verdict.pass()
                : refusal;
    }

    /**
     * Asks several guards in order, until one refuses. Those before it are told that the message was not sent.
     *
     * @param guards the guards
     * @return one guard in their place
     */
    public static SendGuard all(SendGuard... guards) {
        List<SendGuard> all = List.of(guards);
        return message -> {
            List<Verdict> passed = new ArrayList<>(all.size());
            for (SendGuard guard : all) {
                Verdict verdict;
                try {
                    verdict = guard.check(message);
                } catch (Throwable e) {
                    passed.forEach(Verdict::notSent);
                    throw e;
                }
                if (!verdict.isPass()) {
                    passed.forEach(Verdict::notSent);
                    return verdict;
                }
                passed.add(verdict);
            }
            return Verdict.pass(() -> passed.forEach(Verdict::notSent));
        };
    }

    private static String digits(String recipient) {
        try {
            return PhoneDigits.of(recipient);
        } catch (IllegalArgumentException isAnId) {
            return recipient;
        }
    }
}
